// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.Value;
import io.wayside.core.device.Frame;
import io.wayside.core.device.Frame.PixelFormat;
import io.wayside.counting.proof.ProofEvent;
import io.wayside.counting.proof.ProofLine;
import io.wayside.counting.proof.ProofReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on which a person checks a counter, in a real browser, from files alone. */
class ProofPageTest {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 176;
  private static final double FRAME_S = 0.04;

  /** Vehicles that go down the picture over a line across it, one each 4 s. */
  private static final List<String> CLASSES =
      List.of("light", "two-wheeler", "heavy", "light", "other", "light", "two-wheeler");

  @TempDir Path folder;

  @Test
  void aPersonTicksAddsWhatWasMissedAndReadsTheResult() throws Exception {
    String page = report();
    try (Chromium chromium = Chromium.start();
        Page view = chromium.page()) {
      view.size(1400, 900, false);
      view.open(page);
      view.until("the page is there", "document.querySelectorAll('.mark').length === 6");
      language(view, "en", "Choose a mark.");
      view.screenshot("proof-begin-en");

      press(view, "ArrowRight"); // the first
      press(view, "t");
      press(view, "ArrowRight");
      press(view, "f");
      press(view, "ArrowRight");
      press(view, "1"); // in truth a two-wheeler
      missed(view, 26.0);
      assertThat(view.evaluate("document.querySelectorAll('.mark.missed').length"))
          .isEqualTo(new Value.Whole(1));
      press(view, "r"); // the row of the missed one
      view.evaluate("document.querySelector('#rows h3 button').click()"); // the other row
      view.until("the result is there", "document.getElementById('figures') !== null");

      // 6 events: 5 right and one false; 6 in truth with the missed one.
      assertThat(view.text("document.getElementById('figures').textContent"))
          .isEqualTo("precision 83.3 % · recall 83.3 %");
      view.screenshot("proof-judged-en");
      language(view, "vi", "độ đúng 83.3 % · độ đủ 83.3 %");
      view.screenshot("proof-judged-vi");

      view.evaluate("location.reload()");
      view.until("the marks are kept", "document.querySelectorAll('.mark.missed').length === 1");
      view.size(390, 844, true);
      view.screenshot("proof-phone");
      assertThat(view.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(new Value.Truth(true));

      assertThat(view.errors()).isEmpty();
      assertThat(view.requests()).allMatch(url -> url.startsWith("file:"));
    }
  }

  @Test
  void marksOfAnotherClipAndWhatAreNoMarksAreRefusedWithAWord() throws Exception {
    String page = report();
    try (Chromium chromium = Chromium.start();
        Page view = chromium.page()) {
      view.open(page);
      view.until("the page is there", "document.querySelectorAll('.mark').length === 6");

      assertThat(view.text("marks.load({...marks.save(), title: 'x'})")).isEqualTo("other-clip");
      assertThat(view.text("marks.load({...marks.save(), judged: {99: {right: true}}})"))
          .isEqualTo("no-marks");
      for (String garbage :
          List.of("null", "7", "'x'", "[]", "{judged: null, missed: [], done: {}}")) {
        assertThat(view.text("marks.load(" + garbage + ")")).as(garbage).isEqualTo("no-marks");
      }
      assertThat(view.text("marks.load(JSON.parse(JSON.stringify(marks.save())))")).isEmpty();
    }
  }

  /** The clip ends within its second row: what is not there was not missed, and has no colour. */
  @Test
  void behindTheEndOfTheClipThereIsNothingToLookAt() throws Exception {
    String page = report(folder, 0, 20);
    try (Chromium chromium = Chromium.start();
        Page view = chromium.page()) {
      view.size(1400, 900, false);
      view.open(page);
      view.until("the page is there", "document.querySelectorAll('.strip').length === 2");
      language(view, "vi", "hết");
      language(view, "en", "the end");
      assertThat(view.text("document.title")).isEqualTo("Quốc lộ 1.mp4");
      assertThat(view.text("document.querySelector('h1').textContent")).isEqualTo("Quốc lộ 1.mp4");
      assertThat(view.evaluate("document.querySelectorAll('.ended').length"))
          .isEqualTo(new Value.Whole(1));
      // From 20 s of 15 to 30 s on, over all of the strip's height.
      view.until(
          "the end is covered",
          "(() => { const all = document.querySelectorAll('.picture')[1].getBoundingClientRect();"
              + " const end = document.querySelector('.ended').getBoundingClientRect();"
              + " return Math.abs(end.left - all.left - all.width * (19.96 - 15) / 15) < 2"
              + " && Math.abs(end.right - all.right) < 2 && end.height >= all.height - 1; })()");
      view.screenshot("proof-ended-en");

      view.evaluate("document.querySelector('.ended').click()");
      assertThat(view.evaluate("marks.missed.length")).isEqualTo(new Value.Whole(0));
      assertThat(view.errors()).isEmpty();
    }
  }

  @Test
  void whatWasMissedTakesTheUsualDirectionOfItsLine() throws Exception {
    String page = report();
    try (Chromium chromium = Chromium.start();
        Page view = chromium.page()) {
      view.open(page);
      view.until("the page is there", "document.querySelectorAll('.mark').length === 6");
      // Three go left and three right: the line has a way.
      missed(view, 26.0);
      assertThat(view.text("marks.missed[0].direction")).isEqualTo("right");
      view.evaluate("marks.judge(1, false)");
      missed(view, 26.5);
      assertThat(view.text("marks.missed[1].direction")).isEqualTo("left");
      view.evaluate("marks.correct(0, 'direction', 'right')");
      missed(view, 27.0);
      assertThat(view.text("marks.missed[2].direction")).isEqualTo("right");
      assertThat(
              view.text(
                  "new Marks({events: [], lines: [{id: 'x'}], rowS: 15}).usualDirection('x')"))
          .isEqualTo("left");
    }
  }

  /** The same clip counted with other lines: as many events, and each of them another. */
  @Test
  void marksOfAnotherRunOnTheSameClipAreNotTakenForThoseOfThisOne() throws Exception {
    String first = report(folder.resolve("first"), 0);
    String second = report(folder.resolve("second"), 0.5);
    try (Chromium chromium = Chromium.start();
        Page view = chromium.page()) {
      view.open(first);
      view.until("the page is there", "document.querySelectorAll('.mark').length === 6");
      press(view, "ArrowRight");
      press(view, "f");
      view.until("it is judged", "document.querySelectorAll('.mark.false').length === 1");
      String saved = view.text("JSON.stringify(marks.save())");

      view.open(second);
      view.until(
          "the other page is there",
          "typeof PROOF !== 'undefined' && PROOF.events[0].t === 2.5 && typeof marks !=="
              + " 'undefined'");
      assertThat(view.text("JSON.stringify(marks.judged)")).isEqualTo("{}");
      assertThat(view.text("marks.load(" + saved + ")")).isEqualTo("other-clip");

      view.open(first);
      view.until("the marks are kept", "document.querySelectorAll('.mark.false').length === 1");
    }
  }

  @Test
  void theResultIsWhatARecountGives() throws Exception {
    String page = report();
    try (Chromium chromium = Chromium.start();
        Page view = chromium.page()) {
      view.open(page);
      view.until("the page is there", "document.querySelectorAll('.mark').length === 6");
      for (int seed = 0; seed < 20; seed++) {
        Recount truth = Recount.random(new Random(seed));

        Value.Fields total = (Value.Fields) view.evaluate("(" + truth.script() + ")()");

        assertThat(number(total, "machine")).isEqualTo(truth.machine());
        assertThat(number(total, "truth")).isEqualTo(truth.truth());
        assertThat(number(total, "precision"))
            .isCloseTo((double) truth.right() / truth.machine(), within(1e-9));
        assertThat(number(total, "recall"))
            .isCloseTo((double) truth.right() / truth.truth(), within(1e-9));
      }
    }
  }

  private static double number(Value.Fields fields, String name) {
    Value value = fields.get(name);
    return value instanceof Value.Whole whole ? whole.value() : ((Value.Real) value).value();
  }

  /** Random vehicles with what a counter and a person said of each, as a script and as sums. */
  private record Recount(String script, int machine, int truth, int right) {

    static Recount random(Random random) {
      StringBuilder events = new StringBuilder();
      StringBuilder judged = new StringBuilder();
      StringBuilder missed = new StringBuilder();
      int machine = 0;
      int truth = 0;
      int right = 0;
      for (int vehicle = 0; vehicle < 60; vehicle++) {
        double atS = random.nextDouble() * 90;
        boolean looked = atS < 60; // the last row is not done
        String said = random.nextBoolean() ? "left" : "right";
        int fate = random.nextInt(4);
        if (fate == 3) {
          missed.append("marks.miss('a', ").append(atS).append(", 0.5, 'light', 'left');");
          truth += looked ? 1 : 0;
          continue;
        }
        boolean turned = fate == 1 && random.nextBoolean();
        String truly = turned ? said.equals("left") ? "right" : "left" : said;
        int number = (int) events.chars().filter(c -> c == '{').count();
        events
            .append("{line:'a',t:")
            .append(atS)
            .append(",direction:'")
            .append(said)
            .append("',class:'light',confidence:1,flags:[]},");
        judged
            .append("marks.judge(")
            .append(number)
            .append(",")
            .append(fate != 2)
            .append(");")
            .append(turned ? "marks.correct(" + number + ",'direction','" + truly + "');" : "");
        machine += looked ? 1 : 0;
        truth += looked && fate != 2 ? 1 : 0;
        right += looked && fate != 2 && !turned ? 1 : 0;
      }
      String script =
          "() => { const proof = {title: 'r', rowS: 30, lines: [{id: 'a'}], events: ["
              + events
              + "]}; const marks = new Marks(proof);"
              + judged
              + missed
              + "marks.finish('a', 0); marks.finish('a', 1);"
              + "return resultOf(proof, marks, 60).total; }";
      return new Recount(script, machine, truth, right);
    }
  }

  private static void press(Page view, String key) {
    view.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: '" + key + "'}))");
  }

  /** Clicks where a vehicle without a mark crosses. */
  private static void missed(Page view, double atS) {
    view.evaluate(
        "(() => { const strip = document.querySelectorAll('.strip .picture')[1];"
            + " const box = strip.getBoundingClientRect();"
            + " strip.dispatchEvent(new MouseEvent('click', {bubbles: true,"
            + " clientX: box.left + box.width * "
            + (atS - 15) / 15
            + ", clientY: box.top + box.height / 2})); })()");
  }

  private static void language(Page view, String language, String words) {
    view.evaluate(
        "document.documentElement.lang === '"
            + language
            + "' || document.getElementById('language').click()");
    view.until("the page speaks " + language, "document.body.innerText.includes('" + words + "')");
  }

  /** A clip of 30 s with seven vehicles, of which the machine says six. */
  private String report() throws IOException {
    return report(folder, 0);
  }

  /**
   * @param lateS how much later than it is the machine sees each
   */
  private static String report(Path folder, double lateS) throws IOException {
    return report(folder, lateS, 30);
  }

  private static String report(Path folder, double lateS, double clipS) throws IOException {
    ProofLine line = new ProofLine("A", 0, 88, 320, 88, Optional.of("right"));
    ProofReport report = new ProofReport(folder, "Quốc lộ 1.mp4", List.of(line));
    for (int i = 0; i * FRAME_S < clipS; i++) {
      report.frame(i * FRAME_S, road(i * FRAME_S));
    }
    for (int vehicle = 0; vehicle < 6 && 2 + vehicle * 4 + lateS < clipS; vehicle++) {
      report.event(
          new ProofEvent(
              "A",
              2 + vehicle * 4 + lateS,
              OptionalDouble.of(lane(vehicle) / WIDTH),
              vehicle % 2 == 0 ? "left" : "right",
              CLASSES.get(vehicle),
              0.9,
              List.of()));
    }
    return report.finish().toUri().toString();
  }

  private static double lane(int vehicle) {
    return 60 + vehicle * 37 % 200;
  }

  private static Frame road(double atS) {
    ByteBuffer pixels = ByteBuffer.allocate(WIDTH * HEIGHT * 3);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        byte shade = (byte) (90 + (x * 31 + y * 17) % 12);
        for (int vehicle = 0; vehicle < CLASSES.size(); vehicle++) {
          double front = 88 + (atS - 2 - vehicle * 4) * 60;
          if (Math.abs(x - lane(vehicle)) < 18 && Math.abs(y - front) < 22) {
            shade = (byte) (200 - vehicle * 25);
          }
        }
        pixels.put(shade).put(shade).put((byte) (shade / 2));
      }
    }
    return new Frame(0, WIDTH, HEIGHT, PixelFormat.BGR24, pixels.flip(), 0);
  }
}
