export default function StagePage() {
  return <main />;
}
