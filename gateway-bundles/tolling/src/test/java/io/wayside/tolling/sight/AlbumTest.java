// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Blob;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlbumTest {

  private static Blob picture(String name, int bytes) {
    return new Blob(name, "image/jpeg", new byte[bytes]);
  }

  @Test
  void picturesOfAVehicleComeInTheOrderOfTheirNames() {
    Album album = new Album(1_000);
    album.add(1, picture("crossing", 10));
    album.add(1, picture("armed", 10));
    album.add(2, picture("plate-1", 10));

    assertThat(album.of(1)).extracting(Blob::name).containsExactly("armed", "crossing");
    assertThat(album.of(3)).isEmpty();
    assertThat(album.taken()).isEqualTo(3);
  }

  @Test
  void whenThereIsNoRoomThoseOfTheOldestVehicleGo() {
    Album album = new Album(100);
    album.add(1, picture("armed", 40));
    album.add(2, picture("armed", 40));
    album.add(1, picture("crossing", 40));

    assertThat(album.of(1)).isEmpty();
    assertThat(album.of(2)).hasSize(1);
    assertThat(album.lost()).isEqualTo(2);
    album.add(3, picture("armed", 101));
    assertThat(album.of(3)).isEmpty();
  }

  @Test
  void aPictureThatComesAfterTheRecordIsNotKept() {
    Album album = new Album(100);
    album.add(1, picture("armed", 40));
    album.forget(1);
    album.add(1, picture("crossing", 40));

    assertThat(album.of(1)).isEmpty();
    assertThat(album.lost()).isEqualTo(1);
    assertThat(album.taken()).isEqualTo(1);
  }

  @Test
  void whateverHappensItsBoundHolds() {
    Random random = new Random(2);
    Album album = new Album(1_000);
    for (int round = 0; round < 2_000; round++) {
      int vehicle = random.nextInt(300);
      if (random.nextInt(3) == 0) {
        album.forget(vehicle);
      } else {
        album.add(vehicle, picture("p" + random.nextInt(9), random.nextInt(400)));
      }
      long held = 0;
      for (int each = 0; each < 300; each++) {
        held += album.of(each).stream().mapToLong(p -> p.content().length).sum();
        assertThat(album.of(each)).hasSizeLessThanOrEqualTo(8);
      }
      assertThat(held).isLessThanOrEqualTo(1_000);
    }
  }
}
