export default function HostPage() {
  return <main />;
}
