// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BdSeqFileTest {

  @TempDir Path dir;

  private Path file() {
    return dir.resolve("uplink").resolve("scada.bdseq");
  }

  @Test
  void countsFromZeroOverRestartsAndBeginsAgainAfter255() {
    for (int connection = 0; connection < 600; connection++) {
      assertThat(new BdSeqFile(file()).next()).isEqualTo(connection % 256);
    }
  }

  @Test
  void theNumberIsInTheFileBeforeItIsUsedAndNothingElseIsLeft() throws Exception {
    BdSeqFile counter = new BdSeqFile(file());
    counter.next();
    counter.next();
    assertThat(file()).hasContent("1");
    try (var entries = Files.list(file().getParent())) {
      assertThat(entries).containsExactly(file());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "256", "-1", "1 2", "9999999999", "0x10", "\u0661"})
  void aFileThatSaysSomethingElseBeginsAnew(String content) throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), content);
    assertThat(new BdSeqFile(file()).next()).isZero();
    assertThat(new BdSeqFile(file()).next()).isEqualTo(1);
  }

  @Test
  void whateverIsInTheFileANumberComesOut() throws Exception {
    Random random = new Random(5);
    Files.createDirectories(file().getParent());
    for (int i = 0; i < 500; i++) {
      byte[] content = new byte[random.nextInt(6)];
      random.nextBytes(content);
      Files.write(file(), content);
      String text = new String(content, StandardCharsets.ISO_8859_1).strip();
      boolean number = text.matches("[0-9]{1,3}") && Integer.parseInt(text) < 256;
      assertThat(new BdSeqFile(file()).next())
          .isEqualTo(number ? (Integer.parseInt(text) + 1) % 256 : 0);
    }
  }

  @Test
  void whatCannotBeKeptIsNotUsed() throws Exception {
    Files.writeString(dir.resolve("uplink"), "a file where the folder should be");
    assertThatThrownBy(() -> new BdSeqFile(file()).next())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("make room");
  }
}
