export default function CeremoniesPage() {
  return <main />;
}
