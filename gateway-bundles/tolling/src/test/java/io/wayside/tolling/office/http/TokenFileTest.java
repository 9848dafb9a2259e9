// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.tolling.office.OfficeTrouble;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

  @TempDir Path folder;

  @Test
  void theTokenIsTheFirstLineAndANewOneCountsAtOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "abc.DEF-1_2~+/==\n# of lane 1\n");
    TokenFile token = new TokenFile(file);
    assertThat(token.authorization()).contains("Bearer abc.DEF-1_2~+/==");
    Files.writeString(file, "  next  \n");
    assertThat(token.authorization()).contains("Bearer next");
  }

  @Test
  void whatCannotBeATokenIsSaidWithItsRemedy() throws Exception {
    Path file = folder.resolve("token");
    for (String wrong : new String[] {"", "\n", "two words", "t\u00f6ken", "x".repeat(20_000)}) {
      Files.writeString(file, wrong);
      assertThatThrownBy(() -> new TokenFile(file).authorization())
          .isInstanceOf(OfficeTrouble.Unavailable.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("only line");
    }
    assertThatThrownBy(() -> new TokenFile(folder.resolve("none")).authorization())
        .isInstanceOf(OfficeTrouble.Unavailable.class)
        .hasMessageContaining("cannot be read");
  }
}
