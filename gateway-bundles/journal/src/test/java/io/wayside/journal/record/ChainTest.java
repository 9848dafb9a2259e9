// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wayside.core.data.GarbledData;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {

  /** FIPS 180-2, appendix B.1. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void aDigestIsThePublishedOne() {
    assertThat(Chain.hex(Chain.digest(new byte[] {'a', 'b', 'c'}))).isEqualTo(OF_ABC);
  }

  @Test
  void aLinkIsTheHashOfTheLastHashAndTheDigest() throws Exception {
    byte[] previous = Chain.fromHex(OF_ABC);
    byte[] canonical = {1, 2, 3};
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    byte[] digest = sha.digest(canonical);
    sha.update(previous);
    sha.update(digest);
    byte[] expected = sha.digest();

    assertThat(Chain.hash(previous, canonical)).isEqualTo(expected);
    assertThat(Chain.link(previous, digest)).isEqualTo(expected);
    assertThat(new Chain.Linking().link(previous, digest)).isEqualTo(expected);
  }

  /** Around the sizes from which the work is shared, and those that do not divide evenly. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 31, 100, 1_001})
  void theDigestsOfManyAreThoseOfEach(int many) {
    Random random = new Random(many);
    List<byte[]> canonicals = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      byte[] canonical = new byte[random.nextInt(900)];
      random.nextBytes(canonical);
      canonicals.add(canonical);
    }

    assertThat(Chain.digests(canonicals))
        .containsExactlyElementsOf(canonicals.stream().map(Chain::digest).toList());
  }

  @Test
  void hexadecimalIsReadInOneFormOnly() throws GarbledData {
    assertThat(Chain.hex(Chain.fromHex(OF_ABC))).isEqualTo(OF_ABC);
    for (String garbled :
        List.of("", OF_ABC.substring(1), OF_ABC.toUpperCase(Locale.ROOT), OF_ABC + "0")) {
      assertThat(catchThrowable(() -> Chain.fromHex(garbled)))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("64 lower-case");
    }
  }
}
