/** A trade of the fair: what its companies sell, in both languages, with Harmonized System 2022 headings. */
export interface Trade {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  /** Second half of a company's name. */
  readonly house: { readonly en: string; readonly zh: string };
  readonly tags: readonly string[];
  /** Letter of its zone at the fair; trades without one share the first two. */
  readonly zone?: string;
  readonly goods: readonly Goods[];
}

export interface Goods {
  readonly en: string;
  readonly zh: string;
  readonly hsCodes: readonly string[];
}

const goods = (en: string, zh: string, ...hsCodes: string[]): Goods => ({ en, zh, hsCodes });

export const trades: readonly Trade[] = [
  {
    key: "menswear",
    en: "menswear",
    zh: "男装",
    house: { en: "Menswear", zh: "男装" },
    tags: ["menswear", "woven"],
    goods: [
      goods("Casual jackets for men", "男士休闲夹克", "6201"),
      goods("Business trousers for men", "男士商务长裤", "6203"),
      goods("Non-iron shirts for men", "男士免烫衬衫", "6205"),
    ],
  },
  {
    key: "denim",
    en: "denim",
    zh: "牛仔服装",
    house: { en: "Denim Works", zh: "牛仔制衣" },
    tags: ["denim", "menswear"],
    goods: [
      goods("Stretch denim trousers for men", "男士弹力牛仔裤", "6203"),
      goods("Denim jackets, washed", "水洗牛仔夹克", "6201", "6202"),
      goods("Denim fabric, 10 to 14 oz", "牛仔面料 10-14 盎司", "5209"),
    ],
  },
  {
    key: "sportswear",
    en: "sportswear",
    zh: "运动服",
    house: { en: "Sportswear", zh: "运动服饰" },
    tags: ["sportswear", "knitted"],
    goods: [
      goods("Quick-dry T-shirts", "速干T恤", "6109"),
      goods("Track suits", "运动套装", "6112"),
      goods("Yoga leggings, seamless", "无缝瑜伽裤", "6104"),
    ],
  },
  {
    key: "childrenswear",
    en: "children's wear",
    zh: "童装",
    house: { en: "Kids", zh: "童装" },
    tags: ["childrenswear", "cotton"],
    goods: [
      goods("Babies' garments of organic cotton", "有机棉婴儿服装", "6111"),
      goods("School uniforms", "校服", "6203", "6204"),
      goods("Children's down jackets", "儿童羽绒服", "6201", "6202"),
    ],
  },
  {
    key: "underwear",
    en: "underwear and socks",
    zh: "内衣袜品",
    house: { en: "Underwear", zh: "针织内衣" },
    tags: ["underwear", "knitted"],
    goods: [
      goods("Men's underwear of modal", "莫代尔男士内裤", "6107"),
      goods("Sports socks", "运动袜", "6115"),
      goods("Thermal underwear sets", "保暖内衣套装", "6107", "6108"),
    ],
  },
  {
    key: "fabrics",
    en: "fabrics",
    zh: "面料",
    house: { en: "Textile", zh: "纺织" },
    tags: ["fabrics", "functional"],
    goods: [
      goods("Waterproof shell fabrics", "防水面料", "5903"),
      goods("Knitted fabrics with elastane", "氨纶针织面料", "6004"),
      goods("Recycled polyester fabrics", "再生涤纶面料", "5407"),
    ],
  },
  {
    key: "trims",
    en: "zips and trims",
    zh: "服装辅料",
    house: { en: "Trims", zh: "辅料" },
    tags: ["trims", "zips"],
    goods: [
      goods("Slide fasteners of metal and nylon", "金属与尼龙拉链", "9607"),
      goods("Buttons and snap fasteners", "纽扣与按扣", "9606"),
      goods("Woven labels", "织标", "5807"),
    ],
  },
  {
    key: "shoes",
    en: "shoes",
    zh: "鞋类",
    house: { en: "Footwear", zh: "鞋业" },
    tags: ["shoes", "sports"],
    goods: [
      goods("Running shoes with textile uppers", "纺织鞋面跑鞋", "6404"),
      goods("Leather business shoes", "真皮商务鞋", "6403"),
      goods("Moulded sandals", "注塑凉鞋", "6402"),
    ],
  },
  {
    key: "bags",
    en: "bags",
    zh: "箱包",
    house: { en: "Bags", zh: "箱包" },
    tags: ["bags", "travel"],
    goods: [goods("Backpacks for school and travel", "学生与旅行背包", "4202"), goods("Cabin suitcases", "登机拉杆箱", "4202")],
  },
  {
    key: "hometextiles",
    en: "home textiles",
    zh: "家用纺织品",
    house: { en: "Home Textiles", zh: "家纺" },
    tags: ["home textiles", "cotton"],
    goods: [goods("Bed linen sets", "床上用品套件", "6302"), goods("Blankets of flannel", "法兰绒毛毯", "6301")],
  },
  {
    key: "umbrellas",
    en: "umbrellas",
    zh: "伞具",
    house: { en: "Umbrellas", zh: "伞业" },
    tags: ["umbrellas", "outdoor"],
    goods: [goods("Folding umbrellas, UV-coated", "防晒折叠伞", "6601"), goods("Garden parasols", "庭院伞", "6601")],
  },
  {
    key: "toys",
    en: "toys",
    zh: "玩具",
    house: { en: "Toys", zh: "玩具" },
    tags: ["toys", "gifts"],
    goods: [goods("Building block sets", "积木套装", "9503"), goods("Plush toys", "毛绒玩具", "9503")],
  },
  {
    key: "ceramics",
    en: "ceramics",
    zh: "陶瓷",
    house: { en: "Ceramics", zh: "陶瓷" },
    tags: ["ceramics", "homeware"],
    goods: [goods("Porcelain tableware", "瓷质餐具", "6911"), goods("Ceramic garden ornaments", "陶瓷园艺摆件", "6913")],
  },
  {
    key: "sanitaryware",
    en: "sanitary ware",
    zh: "卫浴",
    house: { en: "Sanitary Ware", zh: "卫浴" },
    tags: ["sanitary ware", "building"],
    goods: [goods("Taps and mixers", "水龙头与混水阀", "8481"), goods("Ceramic wash basins", "陶瓷洗手盆", "6910")],
  },
  {
    key: "stone",
    en: "stone",
    zh: "石材",
    house: { en: "Stone", zh: "石材" },
    tags: ["stone", "building"],
    goods: [goods("Granite slabs, polished", "抛光花岗岩板材", "6802"), goods("Marble mosaics", "大理石马赛克", "6802")],
  },
  {
    key: "tea",
    en: "tea",
    zh: "茶叶",
    house: { en: "Tea", zh: "茶业" },
    tags: ["tea", "food"],
    goods: [goods("Oolong tea in gift packs", "乌龙茶礼盒", "0902"), goods("Cold-brew tea bags", "冷泡茶包", "0902", "2101")],
  },
  {
    key: "food",
    en: "snack food",
    zh: "休闲食品",
    house: { en: "Foods", zh: "食品" },
    tags: ["snacks", "food"],
    goods: [goods("Seaweed snacks", "海苔零食", "2008"), goods("Biscuits and wafers", "饼干与威化", "1905")],
  },
  {
    key: "electronics",
    en: "phone accessories",
    zh: "数码配件",
    house: { en: "Digital", zh: "数码" },
    tags: ["electronics", "accessories"],
    goods: [
      goods("Chargers and power banks", "充电器与移动电源", "8504", "8507"),
      goods("Wireless earphones", "无线耳机", "8518"),
    ],
  },
];

/** Services for those who sell across borders; they have no customs heading. */
export const serviceTrades: readonly Trade[] = [
  {
    key: "logistics",
    zone: "C",
    en: "cross-border logistics",
    zh: "跨境物流",
    house: { en: "Logistics", zh: "供应链" },
    tags: ["logistics", "overseas warehouse"],
    goods: [
      goods("Overseas warehousing and last-mile delivery", "海外仓与尾程配送"),
      goods("Customs clearance service", "清关服务"),
    ],
  },
  {
    key: "platform",
    zone: "A",
    en: "e-commerce platform",
    zh: "电商平台",
    house: { en: "Cross-border", zh: "跨境电商" },
    tags: ["platform", "marketplace"],
    goods: [goods("Marketplace store opening and operation", "平台开店与代运营")],
  },
  {
    key: "livestream",
    zone: "E",
    en: "traceable livestreaming",
    zh: "溯源直播",
    house: { en: "Livestream", zh: "直播" },
    tags: ["livestream", "traceability"],
    goods: [
      goods("Livestream sales with traceable origin", "溯源直播带货"),
      goods("Multilingual livestream hosts", "多语种主播"),
    ],
  },
  {
    key: "training",
    zone: "D",
    en: "industry and education",
    zh: "产教融合",
    house: { en: "Institute", zh: "学院" },
    tags: ["training", "talent"],
    goods: [goods("Cross-border e-commerce training and interns", "跨境电商培训与实习")],
  },
];
