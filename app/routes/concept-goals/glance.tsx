export default function Glance() {
  return null
}
