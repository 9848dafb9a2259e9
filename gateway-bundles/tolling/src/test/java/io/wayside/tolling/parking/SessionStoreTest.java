// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One lane's store: who is inside, and by which stay. */
class SessionStoreTest {

  static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
  private static final Key TAG = new Key(Key.Kind.TAG, "e2001");
  private static final Key PLATE = new Key(Key.Kind.PLATE, "ab12");

  private final SessionStore store = new SessionStore(4);

  static Entry entry(int minute) {
    return new Entry(NOON.plusSeconds(60L * minute), Duration.ZERO, "car", "p1");
  }

  static Fact entered(String lane, long number, int minute, Key key) {
    return new Fact.Entered(new SessionId(lane, number), entry(minute), key);
  }

  static Fact left(String lane, long number, int minute) {
    Ending end = new Ending(NOON.plusSeconds(60L * minute), Ending.How.LEFT, "x" + minute);
    return new Fact.Ended(new SessionId(lane, number), end);
  }

  private List<String> open() {
    return store.open().stream().map(session -> session.id().toString()).toList();
  }

  @Test
  void aVehicleIsInsideFromItsEntryToItsExit() {
    assertThat(store.find(List.of(TAG))).isEmpty();
    store.take(entered("in-1", 1, 0, TAG));
    assertThat(store.find(List.of(TAG))).isPresent();
    assertThat(store.find(List.of(PLATE))).isEmpty();
    store.take(left("in-1", 1, 30));
    assertThat(store.find(List.of(TAG))).isEmpty();
  }

  @Test
  void aKeyThatIsLearntLaterFindsTheStayToo() {
    store.take(entered("in-1", 1, 0, TAG));
    store.take(new Fact.Known(new SessionId("in-1", 1), PLATE));
    assertThat(store.find(List.of(PLATE)).orElseThrow().id()).isEqualTo(new SessionId("in-1", 1));
  }

  @Test
  void ofTwoEntriesOfOneKeyTheEarlierCountsAndOneExitEndsItAll() {
    store.take(entered("in-2", 1, 2, TAG));
    store.take(entered("in-1", 1, 0, TAG)); // was heard of later
    assertThat(open()).containsExactly("in-1/1");
    store.take(left("in-1", 1, 30));
    assertThat(open()).isEmpty(); // the double does not come to life
    store.take(entered("in-2", 2, 40, TAG));
    assertThat(open()).containsExactly("in-2/2");
  }

  @Test
  void whatBackedOutNeverWasAStayAndHidesNothing() {
    store.take(entered("in-1", 1, 0, TAG));
    store.take(entered("in-1", 2, 1, TAG));
    store.take(EntryDesk.backOut(new SessionId("in-1", 1), NOON.plusSeconds(90), "b1"));
    assertThat(open()).containsExactly("in-1/2");
  }

  @Test
  void aSecondProvenExitOnOneStayIsCounted() {
    store.take(entered("in-1", 1, 0, TAG));
    store.take(left("in-1", 1, 30));
    store.take(left("in-1", 1, 30)); // the same exit again
    Session session = store.get(new SessionId("in-1", 1)).orElseThrow();
    assertThat(session.surplusExits()).isZero();
    store.take(left("in-1", 1, 20));
    session = store.get(new SessionId("in-1", 1)).orElseThrow();
    assertThat(session.surplusExits()).isEqualTo(1);
    assertThat(session.ending().orElseThrow().at()).isEqualTo(NOON.plusSeconds(1_200));
  }

  @Test
  void aProvenExitOutweighsAConclusion() {
    store.take(entered("in-1", 1, 0, TAG));
    Ending unseen = new Ending(NOON.plusSeconds(60), Ending.How.NO_EXIT, "n");
    store.take(new Fact.Ended(new SessionId("in-1", 1), unseen));
    store.take(left("in-1", 1, 30));
    assertThat(store.get(new SessionId("in-1", 1)).orElseThrow().ending().orElseThrow().how())
        .isEqualTo(Ending.How.LEFT);
  }

  @Test
  void numbersGoOnWithoutGapFromWhatWasSeen() {
    assertThat(store.next("in-1")).isEqualTo(new SessionId("in-1", 1));
    store.take(entered("in-1", 1, 0, TAG));
    store.take(entered("in-2", 7, 0, PLATE)); // its first records are gone
    assertThat(store.next("in-1")).isEqualTo(new SessionId("in-1", 2));
    assertThat(store.next("in-2")).isEqualTo(new SessionId("in-2", 8));
  }

  @Test
  void endedStaysMakeRoomAndOpenOnesAreNeverPushedOut() {
    for (int i = 1; i <= 4; i++) {
      store.take(entered("in-1", i, i, new Key(Key.Kind.TAG, "t" + i)));
    }
    assertThat(store.take(entered("in-1", 5, 5, TAG))).isEqualTo(SessionStore.Taken.FULL);
    store.take(left("in-1", 2, 20));
    assertThat(store.take(entered("in-1", 5, 25, TAG))).isEqualTo(SessionStore.Taken.YES);
    assertThat(store.get(new SessionId("in-1", 2))).isEmpty();
    assertThat(store.size()).isEqualTo(4);
    assertThat(store.take(left("in-1", 2, 21))).isEqualTo(SessionStore.Taken.TOO_LATE);
  }

  @Test
  void forgettingDropsEndedStaysWithTheirDoublesAndKeepsOpenOnes() {
    store.take(entered("in-1", 1, 0, TAG));
    store.take(entered("in-2", 1, 1, TAG));
    store.take(left("in-1", 1, 30));
    store.take(entered("in-1", 2, 5, PLATE));
    store.forget(NOON.plusSeconds(29 * 60));
    assertThat(store.size()).isEqualTo(3);
    store.forget(NOON.plusSeconds(31 * 60));
    assertThat(store.size()).isEqualTo(1);
    assertThat(open()).containsExactly("in-1/2");
    assertThat(store.stale(NOON.plusSeconds(6 * 60))).hasSize(1);
    assertThat(store.stale(NOON.plusSeconds(5 * 60))).isEmpty();
  }

  @Test
  void aThousandFactsOfOneStayStayWithinBounds() {
    for (int i = 0; i < 1_000; i++) {
      store.take(left("in-1", 1, i));
      store.take(new Fact.Known(new SessionId("in-1", 1), new Key(Key.Kind.TICKET, "k" + i)));
    }
    Session session = store.get(new SessionId("in-1", 1)).orElseThrow();
    assertThat(session.keys()).hasSize(Session.MOST);
    assertThat(session.endings()).hasSize(Session.MOST);
  }

  @Test
  void whatMakesRoomTakesItsDoublesWithIt() {
    store.take(entered("in-1", 1, 0, TAG));
    store.take(entered("in-2", 1, 2, TAG));
    store.take(left("in-1", 1, 30));
    for (int i = 2; i <= 4; i++) {
      store.take(entered("in-1", i, 30 + i, new Key(Key.Kind.TICKET, "t" + i)));
    }
    assertThat(store.get(new SessionId("in-1", 1))).isEmpty();
    assertThat(open()).containsExactly("in-1/2", "in-1/3", "in-1/4");
  }

  @Test
  void whatMayGoOnGoesLast() {
    store.take(entered("in-1", 1, 0, TAG));
    Ending unseen = new Ending(NOON.plusSeconds(60), Ending.How.NO_EXIT, "x1");
    store.take(new Fact.Ended(new SessionId("in-1", 1), unseen));
    store.take(entered("in-1", 2, 2, PLATE));
    store.take(left("in-1", 2, 30));
    for (int i = 3; i <= 5; i++) {
      store.take(entered("in-1", i, 30 + i, new Key(Key.Kind.TICKET, "t" + i)));
    }
    assertThat(store.concluded(List.of(TAG))).isPresent();
    assertThat(store.get(new SessionId("in-1", 2))).isEmpty();
  }

  @Test
  void whatIsOnRecordIsTakenWhenThereIsNoRoom() {
    for (int i = 1; i <= 6; i++) {
      store.recall(entered("in-1", i, i, new Key(Key.Kind.TICKET, "t" + i)));
    }
    assertThat(open()).hasSize(6);
    assertThat(store.next("in-1")).isEqualTo(new SessionId("in-1", 7));
    assertThat(store.take(entered("in-1", 7, 7, TAG))).isEqualTo(SessionStore.Taken.FULL);
  }
}
