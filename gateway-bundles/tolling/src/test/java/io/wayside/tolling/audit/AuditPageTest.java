// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.BlobRef;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.passage.Charge;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.Payment;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.passage.Vehicles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What who complains is told. */
class AuditPageTest {

  private static final String FRONT = "ab".repeat(32);
  private static final String SIDE = "cd".repeat(32);

  private final Vehicles.Time time = new Vehicles.Time().at(Vehicles.ORIGIN.plusSeconds(3_600));
  private final TollRecords records = new TollRecords(Vehicles.LANE, Vehicles.PLAN, time);

  private JournalRecord passage(Charge charge) {
    JournalRecord kept =
        Vehicles.kept(
            records.passage(
                Vehicles.facts(time.monotonicNanos(), "island", Optional.of(2)),
                charge,
                Vehicles.PROVENANCE),
            42);
    return new JournalRecord(
        kept.id(),
        kept.kind(),
        kept.importance(),
        kept.occurred(),
        kept.provenance(),
        kept.body(),
        List.of(
            new BlobRef("front", "image/jpeg", FRONT, 3),
            new BlobRef("side", "image/jpeg", SIDE, 3)),
        kept.previousHash(),
        kept.hash());
  }

  private static Charge sum() {
    Fare fare =
        new Fare(54_000, "VND", "fares-2026", List.of("group:2", "row:<x>", "amount:54000"));
    return Charge.of(new Priced.Sum(fare), Optional.empty());
  }

  private static String page(JournalRecord record, List<JournalRecord> related, boolean holds) {
    return AuditFiles.of(
            new Complaint(record, "0017-002-20261121-000042-7", related, List.of(FRONT), holds))
        .get("page.html");
  }

  @Test
  void saysWhatWasChargedAndWhyInBothLanguages() {
    String page = page(passage(sum()), List.of(), true);
    assertThat(page)
        .contains("Số tiền <i>Sum</i></th><td>54000 VND")
        .contains("Biểu phí <i>Tariff</i></th><td>fares-2026")
        .contains("group:2, row:&lt;x&gt;, amount:54000")
        .contains("Chế độ <i>Mode</i></th><td>island")
        .contains("Nhóm xe đăng ký <i>Registered group</i></th><td>2")
        .contains("0017, 002, north")
        .contains("2026-11-21 / 1")
        .doesNotContain("<x>");
  }

  @Test
  void saysThatNothingWasChargedWhereNothingWas() {
    String page = page(passage(Charge.free(Payment.EXEMPT, "ambulance")), List.of(), true);
    assertThat(page).contains("<td>exempt").contains("Số tiền <i>Sum</i></th><td>–");
  }

  @Test
  void tellsPicturesThatAreKeptFromThoseThatAreNot() {
    String page = page(passage(sum()), List.of(), true);
    assertThat(page)
        .contains(FRONT + "</td><td>có / in the pack")
        .contains(SIDE + "</td><td>không còn / not kept");
  }

  @Test
  void namesCorrectionsWithTheirReasonAndSum() {
    JournalRecord passage = passage(sum());
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            "c-1", 0, "VND", "charged-twice", "", "anna", Optional.of("binh"));
    JournalRecord correction =
        Vehicles.kept(
            records.correction(
                new CorrectionPolicy(Vehicles.PLAN, 0, 1_000_000)
                    .judge(passage, List.of(), wish, Vehicles.ORIGIN)
                    .correction()
                    .orElseThrow(),
                Vehicles.PROVENANCE),
            57);
    assertThat(page(passage, List.of(correction), true))
        .contains(
            "gate-7/toll.lane-2/57",
            "toll-correction/1",
            "charged-twice",
            "-54000",
            "anna",
            "binh",
            "0 VND");
  }

  @Test
  void doesNotClaimAProofThatDoesNotHold() {
    assertThat(page(passage(sum()), List.of(), false))
        .contains("KHÔNG khớp", "does NOT fit")
        .doesNotContain("fits the journal");
  }

  @Test
  void showsNoPlateThatIsHidden() {
    assertThat(page(passage(sum()), List.of(), true)).doesNotContain("29A");
    assertThat(
            AuditFiles.of(new Complaint(passage(sum()), "n", List.of(), List.of(), true))
                .get("body.json"))
        .doesNotContain("29A");
  }

  @Test
  void controlCharactersAndMarkupOfOthersStayText() {
    assertThat(Markup.escape("a<b>&\"'\u0000c")).isEqualTo("a&lt;b&gt;&amp;&quot;&#39;\uFFFDc");
    assertThat(Markup.escape("đường\n")).isEqualTo("đường\n");
  }
}
