// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Memory for pictures is used again, and never while somebody still holds it. */
class SheetTest {

  private final Sheet.Pad pad = new Sheet.Pad();

  @Test
  void aSheetThatIsGivenBackIsUsedAgain() {
    Sheet first = pad.take(100);
    first.release();

    assertThat(pad.take(100)).isSameAs(first);
  }

  @Test
  void aSheetThatSomebodyHoldsIsNot() {
    Sheet first = pad.take(100);
    first.hold();
    first.release();
    assertThat(pad.take(100)).isNotSameAs(first);
    first.release();

    assertThat(pad.take(100)).isSameAs(first);
  }

  @Test
  void ofAnotherSizeTheOldOnesGo() {
    List<Sheet> old = List.of(pad.take(100), pad.take(100), pad.take(100));
    old.forEach(Sheet::release);
    assertThat(pad.free()).isEqualTo(3);
    Sheet other = pad.take(200);

    assertThat(other.pixels().capacity()).isEqualTo(200);
    assertThat(pad.free()).isZero();
  }

  @Test
  void neverAreThereMoreThanWereHeldAtOnce() {
    Random random = new Random(2);
    List<Sheet> held = new ArrayList<>();
    int most = 0;
    for (int k = 0; k < 5_000; k++) {
      if (held.size() < 4 && random.nextBoolean()) {
        held.add(pad.take(64));
        most = Math.max(most, held.size());
      } else if (!held.isEmpty()) {
        held.remove(random.nextInt(held.size())).release();
      }
      assertThat(pad.free() + held.size()).isLessThanOrEqualTo(most);
      assertThat(held).doesNotHaveDuplicates();
    }
  }
}
