// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.parking.Leak;
import io.wayside.tolling.parking.Paid;
import io.wayside.tolling.parking.SessionId;
import io.wayside.tolling.tariff.DayCalendar;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Tariff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money is taken once, for a stay that was, and for a passage that was proven. */
class ChargedOnceTest {

  private static final Asking TAG = ParkBench.tag("e2001");
  private static final Asking LOST = new Asking(new TreeSet<>(), "car", true, List.of());
  private static final long MOST = 600_000;

  private ParkBench bench;

  @BeforeEach
  void begin() throws Exception {
    bench = new ParkBench();
  }

  private void isInside(Asking asking) {
    bench.enters(1, asking);
    bench.later(Duration.ofMinutes(100));
  }

  @Test
  void aTagThatTwoExitsHearPaysAtOne() {
    isInside(TAG);
    bench.letsOut("out-1", 1, TAG);
    assertThat(bench.park.mayLeave("out-2", TAG).code()).isEqualTo(Word.LEAVING_ALREADY);
    bench.letsOut("out-2", 1, TAG); // it was asked for before the other was let out
    bench.park.passed("out-1", true, 1);
    bench.park.passed("out-2", true, 1);
    assertThat(bench.records("parking-payment")).hasSize(1);
    assertThat(bench.records("parking-passage")).hasSize(6);
    assertThat(by("out-1")).containsExactly("tag", "tag");
    assertThat(by("out-2")).containsExactly("leaving-already", "leaving-already");
    assertThat(sessions("out-2")).as("two on one stay").isEmpty();
  }

  /** The second of two had no stay of its own: when the first goes back, its stay goes on. */
  @Test
  void aStayThatTwoExitsHearEndsWithTheOneThatWasLetOutOnIt() {
    isInside(TAG);
    bench.letsOut("out-1", 1, TAG);
    bench.letsOut("out-2", 1, TAG);
    bench.park.passed("out-2", true, 1);
    bench.park.wentBack("out-1", 1);
    assertThat(bench.records("parking-payment")).isEmpty();
    assertThat(bench.park.mayLeave("out-1", TAG).code()).isEqualTo(Word.TAG_PAYS);
    bench.leaves(2, TAG);
    assertThat(bench.records("parking-payment")).hasSize(1);
  }

  private List<String> by(String lane) {
    return passages(lane).map(body -> text(body, "by")).toList();
  }

  private List<String> sessions(String lane) {
    return passages(lane)
        .filter(body -> body.get("session") instanceof Value.Text)
        .map(body -> text(body, "session"))
        .toList();
  }

  private Stream<Value.Fields> passages(String lane) {
    return bench.records("parking-passage").stream()
        .map(JournalRecord::body)
        .filter(body -> text(body, "lane").equals(lane));
  }

  private static String text(Value.Fields body, String name) {
    return body.get(name) instanceof Value.Text text ? text.value() : "";
  }

  @Test
  void whoGoesBackAtAnExitMayLeaveByAnother() {
    isInside(TAG);
    bench.letsOut("out-1", 1, TAG);
    bench.park.wentBack("out-1", 1);
    assertThat(bench.park.mayLeave("out-2", TAG).code()).isEqualTo(Word.TAG_PAYS);
  }

  @Test
  void aDeskTakesNoMoneyWhileTheTagIsAboutToPay() {
    isInside(TAG);
    bench.letsOut("out-1", 1, TAG);
    assertThat(bench.pays(TAG, "r1", 50_000).refusal()).contains("tag-pays");
    bench.park.wentBack("out-1", 1);
    assertThat(bench.pays(TAG, "r1", 50_000).refusal()).isEmpty();
    bench.leaves(2, TAG);
    assertThat(bench.records("parking-payment")).hasSize(1);
  }

  @Test
  void whatWasPaidBeforeTheExitLetItOutIsNotChargedAgain() {
    isInside(TAG);
    assertThat(bench.park.mayLeave("out-1", TAG).chargeMinor()).isEqualTo(50_000);
    bench.pays(TAG, "r1", 50_000); // between the question and the barrier
    bench.leaves(1, TAG);
    assertThat(bench.records("parking-payment")).hasSize(1);
  }

  @Test
  void aPaymentToldAgainIsTheSameWhileTheJournalTakesNothing() {
    isInside(TAG);
    bench.kept.failing(new JournalException.Busy("full"));
    assertThat(bench.pays(TAG, "r1", 50_000).isNew()).isTrue();
    Receipt again = bench.pays(TAG, "r1", 50_000);
    assertThat(again.refusal()).as("it waits, and will be on record").isEmpty();
    assertThat(again.isNew()).isFalse();
    assertThat(bench.park.durable()).isNotDone();
    bench.kept.failing(null);
    bench.park.retry();
    assertThat(bench.park.durable()).isCompleted();
    assertThat(bench.records("parking-payment")).hasSize(1);
  }

  @Test
  void whatTheJournalWillNeverTakeIsNotAnsweredAsKept() throws Exception {
    isInside(TAG);
    bench.kept.failing(new JournalException.Refused("too large"));
    assertThat(bench.pays(TAG, "r1", 50_000).refusal()).isEmpty();
    assertThat(bench.park.durable()).isCompletedExceptionally();
    bench.kept.failing(null);
    assertThat(bench.pays(TAG, "r2", 1_000).refusal())
        .as("nothing more is built on books that the journal does not have")
        .isPresent();
    assertThat(bench.park.mayLeave("out-1", TAG).code()).isEqualTo(Word.NOT_RECORDED);
    assertThat(ParkHealth.of(bench.park.view(), 0).code()).isEqualTo("records-lost");
    bench.start();
    assertThat(bench.pays(TAG, "r1", 50_000).isNew()).as("it did not happen").isTrue();
    assertThat(bench.park.durable()).isCompleted();
  }

  @Test
  void twoDesksDoNotBothTakeTheMostForOneWhomNobodyKnows() {
    Optional<SessionId> unknown = bench.park.mayLeave("out-1", LOST).session();
    assertThat(pays(unknown, "r0", MOST + 1).refusal()).contains("more-than-open");
    assertThat(pays(unknown, "r1", MOST).refusal()).isEmpty();
    assertThat(pays(unknown, "r2", MOST).refusal()).contains("nothing-open");
    assertThat(bench.park.mayLeave("out-1", LOST).code()).isEqualTo(Word.MOST_PAID);
  }

  private Receipt pays(Optional<SessionId> session, String reference, long minor) {
    return bench.park.pay(
        session, Asking.NOTHING, new Paid(reference, bench.time.now().wall(), minor, "cash"));
  }

  @Test
  void whatOneUnknownHasPaidLetsNobodyElseOut() {
    Optional<SessionId> first = bench.park.mayLeave("out-1", LOST).session();
    pays(first, "r1", MOST);
    bench.letsOut("out-1", 1, LOST);
    Word behind = bench.park.mayLeave("out-1", LOST);
    assertThat(behind.code()).isEqualTo(Word.NO_ENTRY);
    assertThat(behind.session()).isNotEqualTo(first);
  }

  @Test
  void whatAnUnknownHasPaidHoldsForTheTimeToLeaveAndIsToldAfterIt() {
    Optional<SessionId> first = bench.park.mayLeave("out-1", LOST).session();
    pays(first, "r1", MOST);
    bench.later(Duration.ofMinutes(14));
    assertThat(bench.park.mayLeave("out-1", LOST).code()).isEqualTo(Word.MOST_PAID);
    bench.later(Duration.ofMinutes(2));
    assertThat(bench.park.mayLeave("out-1", LOST).code()).isEqualTo(Word.NO_ENTRY);
    assertThat(ParkHealth.of(bench.park.view(), 0).code()).isEqualTo("paid-and-not-left");
    assertThat(ParkHealth.of(bench.park.view(), 0).message()).contains(first.orElseThrow() + "");
    bench.park.end(first.orElseThrow(), "by-hand/1");
    assertThat(ParkHealth.of(bench.park.view(), 0).code()).isEqualTo("ok");
  }

  @Test
  void oneReferenceDoesNotStandForThePaymentsOfTwo() {
    isInside(TAG);
    Asking other = ParkBench.tag("e2002");
    bench.enters(2, other);
    bench.later(Duration.ofMinutes(100));
    assertThat(bench.pays(TAG, "r1", 50_000).isNew()).isTrue();
    assertThat(bench.pays(other, "r1", 50_000).refusal()).contains("reference-reused");
    assertThat(bench.pays(other, "r2", 50_000).isNew()).isTrue();
  }

  @Test
  void whatIsWrittenAtTheEndIsThePriceThatWasAskedFor() {
    isInside(TAG);
    Asking half = new Asking(TAG.keys(), "car", false, List.of("HALF"));
    bench.park.letOut("out-1", 1, half, true, true, "tag");
    bench.park.passed("out-1", true, 1);
    assertThat(bench.written("parking-payment")).contains("\"minor\":25000");
    assertThat(bench.written("parking-session"))
        .contains("\"totalMinor\":25000", "\"openMinor\":0");
  }

  @Test
  void aPaymentThatCouldNotBeToldFromOthersIsRefused() {
    isInside(TAG);
    for (int i = 1; i <= 64; i++) {
      assertThat(bench.pays(TAG, "r" + i, 1).refusal()).isEmpty();
    }
    assertThat(bench.pays(TAG, "r65", 1).refusal()).contains("too-many-payments");
    assertThat(bench.records("parking-payment")).hasSize(64);
  }

  @Test
  void aPassageInDoubtIsNotChargedAndItsStayMayGoOn() {
    isInside(TAG);
    bench.letsOut("out-1", 1, TAG);
    bench.park.passedInDoubt("out-1", true, 1);
    assertThat(bench.records("parking-payment")).isEmpty();
    assertThat(bench.inside()).isZero();
    assertThat(bench.park.mayLeave("out-1", TAG).code())
        .as("it had not left after all")
        .isEqualTo(Word.TAG_PAYS);
    bench.leaves(2, TAG);
    assertThat(bench.inside()).isZero();
    bench.park.passedInDoubt("out-1", true, 9);
    assertThat(bench.written("parking-passage")).contains("in-doubt");
  }

  @Test
  void aPlanThatDoesNotKnowTheClassAnyMoreLetsOutAsTheUsualOne() throws Exception {
    bench.enters(1, new Asking(TAG.keys(), "motorbike", false, List.of()));
    bench.later(Duration.ofMinutes(100));
    bench.tariff = withoutMotorbikes();
    bench.start();
    assertThat(bench.park.mayLeave("out-1", TAG).chargeMinor()).isEqualTo(50_000);
    bench.leaves(1, TAG);
    assertThat(bench.records("parking-payment")).hasSize(1);
    assertThat(bench.written("parking-session")).contains("\"totalMinor\":50000");
    assertThat(bench.park.view().stays()).isZero();
  }

  private static Tariff withoutMotorbikes() throws Exception {
    String plan =
        Files.readAllLines(Path.of("../../config/tolling/tariffs-example-vn.json")).stream()
            .filter(line -> !line.contains("\"id\": \"motorbike"))
            .filter(line -> !line.contains("\"classes\": [\"motorbike\"]"))
            .map(line -> line.replace("\"motorbike\", ", ""))
            .collect(Collectors.joining("\n"));
    Node calendar = Node.read("vn", Files.readString(Path.of("../../config/calendars/vn.json")));
    return new Tariff(Plan.from(Node.read("cars", plan)), DayCalendar.from(calendar));
  }

  @Test
  void aClockThatWasSetBackDoesNotPutAStayIntoTheOneBefore() throws Exception {
    isInside(TAG);
    bench.leaves(1, TAG);
    bench.clockIsOff = Duration.ofMinutes(-30);
    bench.later(Duration.ofMinutes(1));
    bench.enters(2, TAG);
    assertThat(bench.park.mayEnter("in-2", TAG).code()).isEqualTo(Word.INSIDE_ALREADY);
    bench.start();
    assertThat(bench.park.mayEnter("in-2", TAG).code()).isEqualTo(Word.INSIDE_ALREADY);
    bench.later(Duration.ofMinutes(100));
    Word word = bench.park.mayLeave("out-1", TAG);
    assertThat(word.code()).isEqualTo(Word.TAG_PAYS);
    assertThat(word.amount().orElseThrow().flags().toString()).contains("time-suspect");
  }

  @Test
  void whoHasLeftSinceIsNotChargedForAnEarlierStayThatNobodySawTheEndOf() {
    isInside(TAG);
    bench.letsOut("out-1", 1, TAG);
    bench.park.unproven("out-1", 1);
    bench.enters(2, TAG);
    bench.later(Duration.ofMinutes(100));
    bench.leaves(2, TAG);
    assertThat(bench.park.mayLeave("out-2", TAG).code()).isEqualTo(Word.NO_ENTRY);
  }

  @Test
  void whoPaidInsideHadComeIn() {
    bench.park.letIn("in-1", 1, TAG, "tag");
    bench.park.unproven("in-1", 1);
    assertThat(bench.park.mayEnter("in-1", TAG).code()).isEqualTo(Word.ADMITTED);
    bench.later(Duration.ofMinutes(100));
    bench.pays(TAG, "r1", 50_000);
    assertThat(bench.park.mayEnter("in-1", TAG).code()).isEqualTo(Word.INSIDE_ALREADY);
  }

  @Test
  void withoutRoomForItsStayNobodyIsSaidToHaveOne() throws Exception {
    bench.mostStays = 1;
    bench.start();
    isInside(TAG);
    bench.park.letIn("in-1", 2, ParkBench.tag("e2002"), "attendant");
    bench.park.passed("in-1", false, 2);
    assertThat(bench.park.view().leaks()).containsEntry(Leak.OPENED_WITHOUT_SESSION, 1L);
    assertThat(bench.written("parking-passage")).doesNotContain("in-1/2");
    assertThat(bench.inside()).isEqualTo(2);
  }

  @Test
  void whoIsLetOutByHandWhileTheJournalTakesNothingLeavesByHisStay() {
    isInside(TAG);
    bench.pays(TAG, "r1", 50_000);
    bench.kept.failing(new JournalException.Busy("full"));
    bench.pays(TAG, "r1", 50_000);
    bench.park.passedUnasked("in-1", false, 7, "in-doubt"); // something waits
    bench.park.letOut("out-1", 1, TAG, true, false, "attendant");
    bench.park.passed("out-1", true, 1);
    assertThat(bench.park.view().stays()).isZero();
  }
}
