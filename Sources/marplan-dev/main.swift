import Glibc

switch CommandLine.arguments.dropFirst() {
case ["generate"]: exit(generate())
case ["verify"]: exit(verify())
default:
  complain(
    """
    usage: marplan-dev generate | verify
    Run in the repository's folder. `generate` writes what is made from the source and committed: schemas and the
    reference pages of docs. `verify` ends with status 1 where a file is not what `generate` would write.

    """)
  exit(2)
}
