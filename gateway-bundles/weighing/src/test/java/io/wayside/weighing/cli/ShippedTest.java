// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding data in the source tree, in a release, and elsewhere. */
class ShippedTest {

  @TempDir Path home;

  private Path make(String folder, String name) throws IOException {
    Path law = Files.createDirectories(home.resolve(folder).resolve("law"));
    return Files.writeString(law.resolve(name + ".json"), "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "etc"})
  void aBareNameIsFoundInTheSourceTreeAndInARelease(String folder) throws Exception {
    Path vn = make(folder, "vn");
    assertThat(new Shipped(home).find("--pack", "law", "vn")).isEqualTo(vn);
  }

  @Test
  void aPathIsTakenAsItIs() throws Exception {
    assertThat(new Shipped(home).find("--pack", "law", "my/vn")).isEqualTo(Path.of("my/vn"));
    assertThat(new Shipped(home).find("--pack", "law", "x.json")).isEqualTo(Path.of("x.json"));
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThereAre() throws Exception {
    make("etc", "vn");
    make("etc", "eu");
    assertThatThrownBy(() -> new Shipped(home).find("--pack", "law", "us"))
        .isInstanceOf(Wrong.class)
        .hasMessage("--pack: there is no \"us\"; there are eu, vn");
  }

  @Test
  void aHomeWithoutDataIsNamed() {
    assertThatThrownBy(() -> new Shipped(home).find("--pack", "law", "us"))
        .hasMessageContaining("config/law")
        .hasMessageContaining(home.toString());
  }

  @Test
  void aFileThatIsNoTextOrNoJsonIsRefusedWithItsName() throws Exception {
    Path binary = Files.write(home.resolve("b.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertThatThrownBy(() -> Input.document("--pack", binary))
        .hasMessageContaining("b.json")
        .hasMessageContaining("UTF-8");
    Path broken = Files.writeString(home.resolve("c.json"), "{\"a\": }");
    assertThatThrownBy(() -> Input.document("--pack", broken))
        .hasMessageContaining("c.json")
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> Input.document("--pack", home)).hasMessageContaining("cannot be read");
  }
}
