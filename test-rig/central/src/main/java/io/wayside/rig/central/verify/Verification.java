// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.verify;

import io.wayside.rig.central.heads.PublicKeyText;
import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StreamKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Verifies a whole store: one pass over each stream, one gateway's statements in memory. */
public final class Verification {

  private final Archive archive;
  private final Map<String, Set<PublicKeyText>> given;

  /**
   * @param given the only keys that count, for the gateways named; for the others those in the
   *     store that are trusted
   */
  public Verification(Archive archive, Map<String, Set<PublicKeyText>> given) {
    this.archive = archive;
    this.given = given;
  }

  public List<Proof> run() throws StoreFailed {
    List<GatewayKey> known = archive.keys();
    Map<String, Set<String>> streams = new TreeMap<>();
    for (StreamKey key : archive.streams()) {
      streams.computeIfAbsent(key.gateway(), none -> new TreeSet<>()).add(key.stream());
    }
    List<Proof> proofs = new ArrayList<>();
    for (Map.Entry<String, Set<String>> each : streams.entrySet()) {
      String gateway = each.getKey();
      Vouchers vouchers = new Vouchers(gateway, believed(gateway, known), archive);
      each.getValue().addAll(vouchers.streams());
      for (String stream : each.getValue()) {
        StreamKey key = new StreamKey(gateway, stream);
        StreamCheck check = new StreamCheck(key, vouchers);
        archive.readThrough(key, check);
        proofs.add(check.done(vouchers.claimed(stream)));
      }
    }
    return proofs;
  }

  private Set<String> believed(String gateway, List<GatewayKey> known) {
    Set<String> ids = new HashSet<>();
    if (given.containsKey(gateway)) {
      given.get(gateway).forEach(key -> ids.add(key.id()));
    } else {
      known.stream()
          .filter(key -> key.gateway().equals(gateway) && key.trusted())
          .forEach(key -> ids.add(key.id()));
    }
    return ids;
  }
}
