export default function CertificatePage() {
  return <main />;
}
