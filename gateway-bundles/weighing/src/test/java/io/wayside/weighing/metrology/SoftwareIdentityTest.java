// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.weighing.metrology.SoftwareIdentity.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftwareIdentityTest {

  private static Part part(String name, String version, String... pathsAndContents) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.put(pathsAndContents[i], pathsAndContents[i + 1].getBytes(UTF_8));
    }
    return Part.of(name, version, files);
  }

  @Test
  void theOrderOfPartsAndFilesDoesNotMatter() {
    Part a = part("a", "1", "x.class", "1", "y.class", "2");
    Part b = part("b", "1", "z.class", "3");
    assertThat(SoftwareIdentity.of(List.of(a, b))).isEqualTo(SoftwareIdentity.of(List.of(b, a)));
    assertThat(part("a", "1", "y.class", "2", "x.class", "1")).isEqualTo(a);
  }

  @Test
  void everyByteNameAndVersionMatters() {
    List<String> hashes =
        List.of(
            hash(part("a", "1", "x", "12")),
            hash(part("a", "1", "x", "13")),
            hash(part("a", "2", "x", "12")),
            hash(part("b", "1", "x", "12")),
            hash(part("a", "1", "x1", "2")),
            hash(part("a", "1", "x", "1", "y", "2")),
            hash(part("a", "1")),
            hash(part("a", "1", "x", "12"), part("b", "1", "x", "12")));
    assertThat(hashes).doesNotHaveDuplicates();
  }

  private static String hash(Part... parts) {
    return SoftwareIdentity.of(List.of(parts)).hash();
  }
}
