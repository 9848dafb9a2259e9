// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Node;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofReportTest {

  private static final ProofLine ACROSS = new ProofLine("across", 4, 24, 60, 24);
  private static final ProofLine DOWN = new ProofLine("down", 32, 2, 32, 46);

  @TempDir Path folder;

  private static ProofEvent event(String line, double atS) {
    return new ProofEvent(line, atS, OptionalDouble.of(0.25), "left", "light", 0.9, List.of("a"));
  }

  private BufferedImage strip(int line, int row) throws IOException {
    return ImageIO.read(folder.resolve(ProofReport.stripName(line, row)).toFile());
  }

  private Node data() throws Exception {
    String script = Files.readString(folder.resolve("data.js"));
    assertThat(script).startsWith("const PROOF = ").endsWith(";\n");
    return Node.read(
        "data.js", script.substring("const PROOF = ".length(), script.length() - ";\n".length()));
  }

  @Test
  void aColumnShowsThePictureOfItsMoment() throws Exception {
    ProofReport report = new ProofReport(folder, "clip", List.of(ACROSS, DOWN));
    for (int i = 0; i < 100; i++) {
      report.frame(i * 0.5, Pictures.plain(i));
    }
    report.finish();

    for (int line = 0; line < 2; line++) {
      for (int i = 0; i < 99; i++) {
        double middleS = i * 0.5 + 0.25;
        int row = (int) (middleS / Strip.SECONDS);
        double inRowS = middleS - row * Strip.SECONDS;
        int column = (int) (inRowS / Strip.SECONDS * Strip.COLUMNS);
        int seen = strip(line, row).getRGB(column, Strip.SAMPLES / 2) & 0xffffff;
        assertThat(seen).as("picture %d", i).isEqualTo(i);
      }
    }
  }

  @Test
  void aTimeWithoutPicturesIsBlankAndWholeRowsToo() throws Exception {
    ProofReport report = new ProofReport(folder, "clip", List.of(ACROSS));
    report.frame(0, Pictures.plain(0x808080));
    report.frame(10, Pictures.plain(0x909090));
    report.frame(100, Pictures.plain(0xa0a0a0));
    report.finish();

    assertThat(strip(0, 0).getRGB(20, 5) & 0xffffff).isEqualTo(0x808080);
    assertThat(strip(0, 0).getRGB(200, 5) & 0xffffff).isEqualTo(Strip.BLANK);
    assertThat(strip(0, 0).getRGB(810, 5) & 0xffffff).isEqualTo(0x909090);
    assertThat(strip(0, 1).getRGB(600, 5) & 0xffffff).isEqualTo(Strip.BLANK);
    assertThat(data().member("lines").elements().get(0).member("strips").elements()).hasSize(7);
  }

  @Test
  void anEventToldLateHasThePictureOfItsMoment() throws Exception {
    ProofReport report = new ProofReport(folder, "clip", List.of(ACROSS));
    for (int i = 0; i <= 50; i++) {
      int shown = i;
      report.frame(i * 0.1, Pictures.plain(shown < 25 ? 0x101010 : 0xe0e0e0));
    }
    report.event(event("across", 2.0));
    report.event(event("across", 4.9));
    report.finish();

    assertThat(ImageIO.read(folder.resolve("pictures/event-0.jpg").toFile()).getRGB(9, 9) & 0xff)
        .isBetween(0, 0x30);
    assertThat(ImageIO.read(folder.resolve("pictures/event-1.jpg").toFile()).getRGB(9, 9) & 0xff)
        .isBetween(0xc0, 0xff);
    Node first = data().member("events").elements().get(0);
    assertThat(first.member("picture").text()).isEqualTo("pictures/event-0.jpg");
    assertThat(first.member("t").number()).isEqualTo(2.0);
    assertThat(first.member("along").number()).isEqualTo(0.25);
    assertThat(first.member("flags").elements()).hasSize(1);
  }

  @Test
  void whatStandsInTheScriptIsTheTextThatWasGivenWhateverItIs() throws Exception {
    String nasty = "</script><b>\"'\\\u2028\u2029\n đường";
    ProofReport report =
        new ProofReport(folder, nasty, List.of(new ProofLine("vạch \"1\"", 0, 0, 9, 9)));
    report.finish();

    assertThat(data().member("title").text()).isEqualTo(nasty);
    assertThat(Files.readString(folder.resolve("data.js"))).doesNotContain("\u2028", "\u2029");
  }

  @Test
  void aReportWithoutPicturesIsAPageAllTheSame() throws Exception {
    ProofReport report = new ProofReport(folder, "empty", List.of(ACROSS));
    report.event(event("across", 1));
    Path page = report.finish();

    assertThat(page).exists().hasFileName("index.html");
    String html = Files.readString(page);
    for (String name : List.of("data.js", "words.js", "marks.js", "result.js", "proof.js")) {
      assertThat(html).contains("src=\"" + name + "\"");
      assertThat(folder.resolve(name)).exists();
    }
    assertThat(data().member("events").elements().get(0).optional("picture")).isEmpty();
  }

  @Test
  void moreRowsTakeMoreFilesAndNoMoreMemory() throws Exception {
    Random random = new Random(1);
    ProofReport report = new ProofReport(folder, "long", List.of(ACROSS));
    double atS = 0;
    while (atS < 300) {
      report.frame(atS, Pictures.plain(random.nextInt(0x1000000)));
      atS += 0.2 + random.nextDouble();
      if (atS > 200) {
        assertThat(folder.resolve("unfinished").resolve(ProofReport.stripName(0, 5)))
            .as("written on the way")
            .exists();
      }
    }
    report.finish();
    assertThat(folder.resolve(ProofReport.stripName(0, 9))).exists();
  }

  @Test
  void anEarlierReportIsWholeUntilTheNewOneIs() throws Exception {
    ProofReport earlier = new ProofReport(folder, "earlier", List.of(ACROSS));
    earlier.frame(0, Pictures.plain(0x101010));
    earlier.finish();

    ProofReport brokenOff = new ProofReport(folder, "broken off", List.of(ACROSS));
    brokenOff.frame(0, Pictures.plain(0xe0e0e0));
    brokenOff.frame(20, Pictures.plain(0xe0e0e0));
    brokenOff.event(event("across", 20));
    assertThat(strip(0, 0).getRGB(0, 5) & 0xffffff).isEqualTo(0x101010);
    assertThat(data().member("title").text()).isEqualTo("earlier");

    ProofReport finished = new ProofReport(folder, "finished", List.of(ACROSS));
    finished.frame(0, Pictures.plain(0x808080));
    finished.finish();
    assertThat(strip(0, 0).getRGB(0, 5) & 0xffffff).isEqualTo(0x808080);
    assertThat(data().member("title").text()).isEqualTo("finished");
    assertThat(folder.resolve("pictures/event-0.jpg")).doesNotExist();
    assertThat(folder.resolve("unfinished")).doesNotExist();
  }
}
