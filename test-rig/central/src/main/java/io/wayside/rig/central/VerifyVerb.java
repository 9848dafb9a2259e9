// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.verify.Proof;
import io.wayside.rig.central.verify.Verification;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code central verify}. */
final class VerifyVerb {

  private VerifyVerb() {}

  static int run(List<String> words, PrintStream out) throws BadArguments, StoreFailed {
    Arguments given = new Arguments(words, Set.of("--store", "--key", "--keys"), Set.of("--json"));
    KeyRing ring = KeyRing.of(given.all("--key"), given.all("--keys"));
    try (Archive archive = Archive.open(given.required("--store"))) {
      List<Proof> proofs = new Verification(archive, ring.keys()).run();
      List<GatewayKey> strange =
          archive.keys().stream()
              .filter(key -> !key.trusted() && !ring.keys().containsKey(key.gateway()))
              .toList();
      boolean holds = strange.isEmpty() && proofs.stream().allMatch(Proof::holds);
      out.print(
          given.has("--json")
              ? VerifyReport.json(proofs, strange, holds) + "\n"
              : VerifyReport.text(proofs, strange, holds));
      return holds ? Central.OK : Central.NOT_COMPLETE;
    }
  }
}
