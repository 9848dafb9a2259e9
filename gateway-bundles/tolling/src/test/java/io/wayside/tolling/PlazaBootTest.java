// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A boot number rises with every start, whatever the clock and the file are like. */
class PlazaBootTest {

  private static final long NOW_MS = 1_795_000_000_000L;

  @TempDir Path folder;

  @Test
  void itIsTheWallClocksAndRisesAlsoWhenThatGoesBack() {
    Path file = folder.resolve("made").resolve("lane-1.boot");
    assertThat(PlazaBoot.next(file, NOW_MS)).isEqualTo(NOW_MS);
    assertThat(PlazaBoot.next(file, NOW_MS - 3_600_000)).isEqualTo(NOW_MS + 1);
    assertThat(PlazaBoot.next(file, NOW_MS - 3_600_000)).isEqualTo(NOW_MS + 2);
    assertThat(PlazaBoot.next(file, NOW_MS + 2)).as("within one ms").isEqualTo(NOW_MS + 3);
    assertThat(PlazaBoot.next(file, NOW_MS + 60_000)).isEqualTo(NOW_MS + 60_000);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void aClockOfBefore1970BeginsAtNothing() {
    Path file = folder.resolve("lane-1.boot");
    assertThat(PlazaBoot.next(file, -5)).isZero();
    assertThat(PlazaBoot.next(file, -5)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12x", "99999999999999999999", "9223372036854775807"})
  void aDamagedFileIsReplaced(String damaged) throws Exception {
    Path file = folder.resolve("lane-1.boot");
    Files.writeString(file, damaged);
    assertThat(PlazaBoot.next(file, NOW_MS)).isEqualTo(NOW_MS);
    assertThat(PlazaBoot.next(file, 0)).isEqualTo(NOW_MS + 1);
  }

  @Test
  void whereNothingCanBeWrittenTheLaneStartsWithTheWallClocks() throws Exception {
    Path inTheWay = Files.writeString(folder.resolve("toll-lane"), "no folder");
    assertThat(PlazaBoot.next(inTheWay.resolve("lane-1.boot"), NOW_MS)).isEqualTo(NOW_MS);
  }
}
