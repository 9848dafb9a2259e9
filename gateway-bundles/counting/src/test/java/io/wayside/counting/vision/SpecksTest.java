// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Small blobs on a road ten pixels to a metre. */
class SpecksTest {

  private static final Point DOWN = new Point(0, 80);

  private static final Blob CAR = new Blob(new Box(100, 100, 18, 42), 700);

  private final Specks specks = new Specks(300, new FlatRoad());

  private List<Blob> kept(Blob... blobs) {
    return specks.without(List.of(blobs), box -> false, box -> false, true, blob -> DOWN);
  }

  @Test
  void whatIsLargeStaysWhateverIsNearIt() {
    Blob other = new Blob(new Box(120, 100, 30, 30), 800);
    assertThat(kept(CAR, other)).containsExactly(CAR, other);
  }

  @Test
  void whatIsSmallStaysFarFromAllOthers() {
    Blob speck = new Blob(new Box(170, 110, 9, 6), 50);
    assertThat(kept(CAR, speck)).containsExactly(CAR, speck);
  }

  @Test
  void whatIsSmallBesideAnotherIsAPartOfItUnlessItLooksLikeARider() {
    Blob part = new Blob(new Box(104, 145, 9, 6), 50);
    Blob rider = new Blob(new Box(125, 110, 7, 20), 120);
    assertThat(kept(CAR, part)).containsExactly(CAR);
    assertThat(kept(CAR, rider)).containsExactly(CAR, rider);
  }

  @Test
  void partsThatHaveTheOutlineOfOneVehicleTogetherAreNone() {
    Blob left = new Blob(new Box(100, 100, 7, 20), 120);
    Blob rear = new Blob(new Box(103, 122, 15, 20), 320);
    assertThat(kept(left, rear)).containsExactly(rear);
  }

  @Test
  void whatIsSmallBesideSomebodyKnownIsSomebodyElseUnlessItTouchesOrFillsOneOutline() {
    Blob walker = new Blob(new Box(100, 100, 6, 16), 320);
    Blob half = new Blob(new Box(124, 110, 6, 8), 40);
    Blob close = new Blob(new Box(112, 110, 6, 8), 40);
    assertThat(kept(walker, half)).containsExactly(walker);
    assertThat(beside(walker, half)).containsExactly(walker, half);
    assertThat(beside(walker, close)).containsExactly(walker);
    Blob roof = new Blob(new Box(100, 100, 18, 14), 320);
    assertThat(beside(roof, new Blob(new Box(104, 132, 9, 6), 50))).containsExactly(roof);
  }

  private List<Blob> beside(Blob known, Blob speck) {
    return specks.without(
        List.of(known, speck), box -> false, box -> box.equals(known.box()), true, blob -> DOWN);
  }

  @Test
  void whatGoesOnATrackStays() {
    Blob part = new Blob(new Box(104, 145, 9, 6), 50);
    assertThat(
            specks.without(
                List.of(CAR, part), box -> box.y() > 140, box -> false, true, blob -> DOWN))
        .containsExactly(CAR, part);
  }

  /** Their dark ends are as dark as shadows: what is seen is less than a rider. */
  @Test
  void ridersAbreastStayByDayThoughHalfOfEachIsSeen() {
    Blob left = new Blob(new Box(100, 100, 8, 11), 70);
    Blob middle = new Blob(new Box(112, 101, 8, 12), 75);
    Blob right = new Blob(new Box(124, 100, 8, 11), 70);
    List<Blob> all = List.of(left, middle, right);
    assertThat(specks.without(all, box -> false, box -> false, true, blob -> DOWN)).isEqualTo(all);
    assertThat(specks.without(all, box -> false, box -> false, false, blob -> DOWN)).isEmpty();
  }
}
