// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.rig.central.HeadsSigner;
import io.wayside.rig.central.Samples;
import io.wayside.rig.central.heads.PublicKeyText;
import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.store.JdbcStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  private static final String LANE = "weighing.lane-1";

  @TempDir Path folder;
  private final HeadsSigner signer = signer();
  private final List<JournalRecord> lane = Samples.chain("gw-1", LANE, 20);

  private static HeadsSigner signer() {
    try {
      return new HeadsSigner();
    } catch (java.security.GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private String address() {
    return folder.resolve("central.db").toString();
  }

  private void store(List<JournalRecord> records) throws Exception {
    try (JdbcStore store = JdbcStore.open(address())) {
      store.store(Samples.sound(records));
    }
  }

  private void change(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + address())) {
      assertThat(connection.createStatement().executeUpdate(sql)).isPositive();
    }
  }

  private List<Proof> verify(Map<String, Set<PublicKeyText>> given) throws Exception {
    try (Archive archive = Archive.open(address())) {
      return new Verification(archive, given).run();
    }
  }

  private Proof proofOfLane() throws Exception {
    return verify(Map.of()).stream()
        .filter(proof -> proof.key().stream().equals(LANE))
        .findFirst()
        .orElseThrow();
  }

  private JournalRecord statementOver(int records) throws Exception {
    return signer.statement("gw-1", 1, Samples.ORIGIN, lane.subList(0, records));
  }

  @Test
  void aStatementProvesEverythingUpToItsHead() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane);
    all.add(statementOver(15));
    store(all);
    Proof proof = proofOfLane();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.records()).isEqualTo(20);
    assertThat(proof.proven()).isEqualTo(15);
    assertThat(proof.by().orElseThrow().sequence()).isEqualTo(15);
    assertThat(proof.by().orElseThrow().key()).isEqualTo(signer.key().id());
    assertThat(proof.by().orElseThrow().written()).isEqualTo("2026-11-21T05:00:01.000000007Z");
  }

  @Test
  void beforeAGapNothingIsProvenByALaterStatement() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane);
    all.remove(9); // number 10
    all.add(statementOver(20));
    store(all);
    assertThat(proofOfLane().proven()).isEqualTo(10);
    store(List.of(signer.statement("gw-1", 2, Samples.ORIGIN, lane.subList(0, 7)), lane.get(9)));
    assertThat(proofOfLane().proven()).isEqualTo(20);
  }

  @Test
  void withoutAStatementTheChainHoldsAndNothingIsProven() throws Exception {
    store(lane);
    Proof proof = proofOfLane();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.proven()).isZero();
    assertThat(proof.by()).isEmpty();
  }

  @Test
  void anEndThatNeverCameIsNamed() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane.subList(0, 12));
    all.add(statementOver(20));
    store(all);
    assertThat(proofOfLane().highest()).isEqualTo(12);
    assertThat(proofOfLane().claimed()).isEqualTo(20);
    assertThat(proofOfLane().proven()).isZero();
  }

  @Test
  void aStreamThatIsOnlyInAStatementIsNamedToo() throws Exception {
    store(List.of(statementOver(20)));
    assertThat(proofOfLane().records()).isZero();
    assertThat(proofOfLane().claimed()).isEqualTo(20);
  }

  @Test
  void aContentChangedInTheDatabaseIsTheFirstBadRecord() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane);
    all.add(statementOver(20));
    store(all);
    change(
        "UPDATE records SET payload = replace(payload, '18005.5', '8005.5') WHERE sequence = 5"
            + " AND stream = '"
            + LANE
            + "'");
    Proof proof = proofOfLane();
    assertThat(proof.bad()).isEqualTo(1);
    assertThat(proof.firstBad().orElseThrow().sequence()).isEqualTo(5);
    assertThat(proof.firstBad().orElseThrow().reason()).contains("hash");
    assertThat(proof.proven()).isEqualTo(15);
  }

  @Test
  void columnsThatDoNotFitThePayloadAreFound() throws Exception {
    for (String column : List.of("kind", "hash", "previous_hash")) {
      Path other = folder.resolve(column);
      try (JdbcStore store = JdbcStore.open(other.toString())) {
        store.store(Samples.sound(lane));
      }
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other)) {
        connection
            .createStatement()
            .execute("UPDATE records SET " + column + " = 'x' WHERE sequence = 4");
      }
      try (Archive archive = Archive.open(other.toString())) {
        Proof proof = new Verification(archive, Map.of()).run().get(0);
        assertThat(proof.firstBad().orElseThrow().sequence()).isEqualTo(4);
        assertThat(proof.firstBad().orElseThrow().reason()).contains("columns");
      }
    }
  }

  /** Somebody who cannot sign writes the end of the stream anew, with hashes that hold. */
  @Test
  void aRewrittenEndDoesNotFitTheStatement() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane.subList(0, 18));
    JournalRecord other = Samples.record("gw-1", LANE, 19, lane.get(17).hash(), Samples.body(1));
    all.add(other);
    all.add(Samples.record("gw-1", LANE, 20, other.hash(), Samples.body(2)));
    all.add(statementOver(20));
    store(all);
    assertThat(proofOfLane().firstBad().orElseThrow().sequence()).isEqualTo(20);
    assertThat(proofOfLane().firstBad().orElseThrow().reason()).contains("another hash");
    assertThat(proofOfLane().proven()).isZero();
  }

  @Test
  void aBrokenLinkIsNamed() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane.subList(0, 9));
    all.add(Samples.record("gw-1", LANE, 10, "ab".repeat(32), Samples.body(1)));
    store(all);
    assertThat(proofOfLane().firstBad().orElseThrow().sequence()).isEqualTo(10);
    assertThat(proofOfLane().firstBad().orElseThrow().reason()).contains("link");
  }

  @Test
  void aForgedStatementAndOneByAStrangeKeyProveNothing() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane);
    all.add(statementOver(5));
    all.add(new HeadsSigner().statement("gw-1", 2, Samples.ORIGIN, lane));
    all.add(signer.forged("gw-1", 3, lane));
    store(all);
    assertThat(proofOfLane().proven()).isEqualTo(5);
    Proof journal = verify(Map.of()).get(0);
    assertThat(journal.key().stream()).isEqualTo("journal");
    assertThat(journal.bad()).isEqualTo(2 + 2); // and two links, as these are no chain
    assertThat(journal.firstBad().orElseThrow().reason()).contains("not believed");
  }

  @Test
  void theKeyGivenAtInstallationCountsAlone() throws Exception {
    List<JournalRecord> all = new ArrayList<>(lane);
    all.add(statementOver(20));
    store(all);
    PublicKeyText other = new HeadsSigner().key();
    assertThat(verify(Map.of("gw-1", Set.of(other))))
        .allMatch(proof -> proof.proven() == 0)
        .anyMatch(
            proof ->
                proof.firstBad().map(bad -> bad.reason().contains("not believed")).orElse(false));
    assertThat(verify(Map.of("gw-1", Set.of(signer.key(), other))))
        .anyMatch(proof -> proof.proven() == 20);
    assertThat(verify(Map.of("gw-2", Set.of(other)))).anyMatch(proof -> proof.proven() == 20);
  }
}
