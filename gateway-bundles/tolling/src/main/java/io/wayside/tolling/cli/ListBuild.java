// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListSigner;
import io.wayside.tolling.book.exchange.ListWriter;
import io.wayside.tolling.book.table.TableMaking;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/** Makes a signed list: what an issuer's own software does, for trials and for those without. */
final class ListBuild {

  private final ListArguments given;
  private final Clock clock;

  ListBuild(ListArguments given, Clock clock) {
    this.given = given;
    this.clock = clock;
  }

  int run(PrintStream out, PrintStream err) throws WrongUsage, IOException, GarbledData {
    ListHead head = head();
    ListSigner signer = signer(given.required("--sign"));
    String target = given.required("--out");
    Path in = Path.of(given.required("--in"));
    err.println("reading and sorting " + in);
    List<byte[]> lines = SortedLines.of(in);
    err.println("writing " + lines.size() + " entries");
    ListHead written =
        new ListWriter(signer, part -> create(target, part, head.parts()), TableMaking.look(head))
            .write(head, lines);
    out.println(written + ": " + written.entries() + " entries, sha256 " + written.sha256());
    return TollList.DONE;
  }

  private ListHead head() throws WrongUsage {
    String list = given.required("--list");
    ListType type =
        ListType.of(list)
            .orElseThrow(() -> new WrongUsage("--list: \"" + list + "\" is no list; see --help"));
    Instant asOf = given.instant("--as-of", clock.instant());
    long version = given.number("--version", 1, Long.MAX_VALUE);
    boolean delta = given.optional("--base").isPresent();
    return new ListHead(
        issuer(),
        type,
        version,
        delta ? OptionalLong.of(base(version)) : OptionalLong.empty(),
        asOf,
        given.instant("--valid-from", asOf),
        0,
        delta ? given.number("--tags", 0, Integer.MAX_VALUE) : 0,
        given.optional("--plate-hash-bytes").isEmpty()
            ? 0
            : (int) given.number("--plate-hash-bytes", 1, 32),
        "",
        1,
        given.optional("--parts").isEmpty() ? 1 : (int) given.number("--parts", 1, 10_000));
  }

  /** As a list's reader wants it. */
  private String issuer() throws WrongUsage {
    String issuer = given.required("--issuer");
    if (!issuer.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw new WrongUsage(
          "--issuer: \"" + issuer + "\" must be up to 32 small letters, digits and hyphens");
    }
    return issuer;
  }

  private long base(long version) throws WrongUsage {
    if (version == 1) {
      throw new WrongUsage("--base: version 1 builds upon nothing; a delta has a higher --version");
    }
    return given.number("--base", 1, version - 1);
  }

  private static OutputStream create(String target, int part, int parts) throws IOException {
    Path file = Path.of(parts == 1 ? target : target + "." + part);
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static ListSigner signer(String text) throws WrongUsage, IOException {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new WrongUsage("--sign: expected the key's name and its file, as in main=key.pem");
    }
    Path file = Path.of(text.substring(equals + 1));
    String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
      return new ListSigner(text.substring(0, equals), key);
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new WrongUsage(
          "--sign: "
              + file
              + " is not an Ed25519 private key; make one with: openssl genpkey"
              + " -algorithm ed25519 -out "
              + file);
    }
  }
}
