/** Every organization and person of the demo fair is invented, and says so in its name. */
export const EXAMPLE = { en: "(example)", zh: "（示例）" } as const;

export interface Stem {
  readonly en: string;
  readonly zh: string;
}

const stem = (en: string, zh: string): Stem => ({ en, zh });

export const houses: readonly Stem[] = [
  stem("Lanhai", "蓝海"),
  stem("Jinshan", "金杉"),
  stem("Yunfan", "云帆"),
  stem("Haixing", "海星"),
  stem("Qingtian", "晴田"),
  stem("Mingzhou", "鸣舟"),
  stem("Shenglan", "盛岚"),
  stem("Baihe", "百禾"),
  stem("Xinyuan", "新垣"),
  stem("Tengyue", "腾岳"),
  stem("Huachuan", "华川"),
  stem("Ruifeng", "瑞枫"),
  stem("Dongqiao", "东桥"),
  stem("Nanlu", "南麓"),
  stem("Yongning", "咏宁"),
  stem("Fengze", "沣泽"),
  stem("Luoyang Bridge", "洛桥"),
  stem("Gulang", "鼓浪"),
  stem("Zhenwu", "臻物"),
  stem("Shihu", "石湖"),
];

export const familyNames: readonly Stem[] = [
  stem("Lin", "林"),
  stem("Cai", "蔡"),
  stem("Wu", "吴"),
  stem("Huang", "黄"),
  stem("Qiu", "邱"),
  stem("Xu", "许"),
  stem("Chen", "陈"),
  stem("Zheng", "郑"),
];

export const givenNames: readonly Stem[] = [
  stem("Yue", "悦"),
  stem("Wei", "伟"),
  stem("Jing", "静"),
  stem("Haoran", "浩然"),
  stem("Meiling", "美玲"),
  stem("Zhiqiang", "志强"),
  stem("Siyu", "思雨"),
  stem("Jianguo", "建国"),
];

export interface Market {
  readonly country: string;
  readonly languages: readonly string[];
  /** Stems of buyers' names. */
  readonly stems: readonly string[];
  readonly people: readonly string[];
}

const market = (country: string, languages: string, stems: string, people: string): Market => ({
  country,
  languages: languages.split(" "),
  stems: stems.split(", "),
  people: people.split(", "),
});

/** Thirty countries that buy in Fujian. */
export const markets: readonly Market[] = [
  market("BR", "pt en", "Costa Verde Moda, Norte Sul Varejo, Ipê Importadora", "Ana Prado, Bruno Tavares"),
  market("AR", "es en", "Río Claro Textiles, Pampa Comercio, Austral Indumentaria", "Lucía Ferrer, Martín Quiroga"),
  market("KR", "ko en", "Hanbit Trading, Namu Apparel, Dalbit Store", "Seo Ji-won, Kang Min-jun"),
  market("PH", "en tl", "Luzon Retail, Isla Garments, Sampaguita Stores", "Maria Santos, Paolo Reyes"),
  market("AU", "en", "Southern Cross Outfitters, Wattle Home, Billabong Creek Imports", "Olivia Hart, Jack Nolan"),
  market("RU", "ru en", "Sever Torg, Volga Moda, Ural Optom", "Irina Belova, Oleg Sorokin"),
  market("US", "en es", "Harbor Lane Brands, Prairie Supply, Redwood Basics", "Emily Carter, Marcus Lee"),
  market("MX", "es en", "Sierra Alta Moda, Casa Nopal, Golfo Distribuciones", "Valeria Ortiz, Diego Luna"),
  market("DE", "de en", "Nordlicht Handel, Alpenrand Textil, Hafenkontor", "Katrin Vogel, Jonas Weber"),
  market("FR", "fr en", "Atelier du Port, Maison Garrigue, Rivage Distribution", "Claire Moreau, Hugo Lambert"),
  market("IT", "it en", "Casa Ligure, Tessuti Adria, Borgo Moda", "Giulia Conti, Marco Riva"),
  market("ES", "es en", "Levante Moda, Casa Almendro, Ibérica Hogar", "Carmen Vidal, Javier Soler"),
  market("PL", "pl en", "Wisła Odzież, Bursztyn Handel", "Agnieszka Nowak, Piotr Zieliński"),
  market("GB", "en", "Thames Yard Trading, Moorland Clothing, Pennine Home", "Sophie Clarke, Adam Hughes"),
  market("NL", "nl en", "Polder Import, Grachten Stores", "Sanne de Vries, Daan Bakker"),
  market("TR", "tr en", "Ege Giyim, Boğaz Ticaret", "Elif Demir, Can Aydın"),
  market("AE", "ar en", "Dune Gate Trading, Oasis Retail", "Layla Haddad, Omar Nasser"),
  market("SA", "ar en", "Najd Home, Red Sea Stores", "Noura Alharbi, Faisal Qahtani"),
  market("EG", "ar en", "Nile Bazaar Import, Delta Cotton House", "Mona Fathy, Karim Adel"),
  market("ZA", "en af", "Table Bay Traders, Highveld Stores", "Thandi Nkosi, Pieter Botha"),
  market("NG", "en", "Lagos Lagoon Imports, Savanna Wear", "Chioma Okafor, Tunde Balogun"),
  market("KE", "en sw", "Rift Valley Retail, Baobab Home", "Wanjiru Kamau, Otieno Ouma"),
  market("IN", "en hi", "Banyan Lifestyle, Coromandel Imports", "Priya Menon, Rahul Desai"),
  market("ID", "id en", "Nusantara Busana, Rimba Toko", "Dewi Lestari, Budi Santoso"),
  market("MY", "ms en zh", "Selat Trading, Kinabalu Home", "Aisyah Rahman, Tan Wei Ming"),
  market("TH", "th en", "Chao Phraya Mart, Orchid Garments", "Siriporn Chai, Anan Suk"),
  market("VN", "vi en", "Mekong Thoi Trang, Hoa Sen Home", "Nguyen Lan, Tran Minh"),
  market("JP", "ja en", "Minato Select, Hoshi Living", "Yui Tanaka, Ken Mori"),
  market("KZ", "ru kk en", "Steppe Trade, Altyn Optom", "Aigerim Sadykova, Timur Akhmetov"),
  market("CL", "es en", "Andes Hogar, Pacífico Moda", "Camila Rojas, Felipe Soto"),
];
