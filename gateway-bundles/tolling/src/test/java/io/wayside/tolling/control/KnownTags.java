// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagRegister;
import io.wayside.tolling.tag.IssuerProfile;
import io.wayside.tolling.tag.IssuerProfiles;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tags of one issuer, as its lists would say. */
final class KnownTags implements TagRegister {

  static final String ANNA = "00a011111111111111111101";
  static final String BAO = "00a011111111111111111102";
  static final String THIEF = "00a011111111111111111103";

  private final Map<String, Standing> standings = new HashMap<>();
  Instant asOf = SteppedTime.ORIGIN;

  /** What is known of tags by their form; empty: their issuer alone. */
  Optional<IssuerProfiles> profiles = Optional.empty();

  KnownTags() {
    standings.put(ANNA, Standing.GOOD);
    standings.put(BAO, Standing.GOOD);
    standings.put(THIEF, Standing.STOLEN);
  }

  KnownTags knows(String epc) {
    standings.put(epc, Standing.GOOD);
    return this;
  }

  @Override
  public Finding find(TagNumber tag) {
    boolean ours = tag.epc().startsWith("00a0") || standings.containsKey(tag.epc());
    Standing standing =
        ours ? standings.getOrDefault(tag.epc(), Standing.UNLISTED) : Standing.UNKNOWN_ISSUER;
    return new Finding(
        standing,
        ours ? Optional.of("alpha") : Optional.empty(),
        Optional.of(1),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ours ? inForce() : List.of());
  }

  @Override
  public List<ListInForce> inForce() {
    return List.of(
        new ListInForce("alpha", "accounts", 7, asOf),
        new ListInForce("alpha", "blocked", 3, asOf),
        new ListInForce("alpha", "stolen", 3, asOf));
  }

  @Override
  public Optional<String> issuerOf(TagNumber tag) {
    return tag.epc().startsWith("00a0") ? Optional.of("alpha") : Optional.empty();
  }

  @Override
  public Optional<IssuerProfile> profileOf(TagNumber tag) {
    return profiles.flatMap(all -> all.profileOf(tag));
  }
}
