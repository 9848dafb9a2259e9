// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.weighing.accuracy.R134Table;
import io.wayside.weighing.calibration.TooFewRuns;
import io.wayside.weighing.instrument.InstrumentHead.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ./wayside rig weigh-report}: the page about the accuracy of weighing, with its plots. */
public final class WeighReport {

  static final String PAGE = "accuracy-weighing.md";
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int ENOUGH_AXLES = 5;

  /** Weighed for the page, in its order. */
  static final List<String> SCENARIOS =
      List.of(
          "four-lines-class-i",
          "two-lines-class-i",
          "four-lines-road-b-drift",
          "platform-3m-low-speed",
          "bridge");

  private final ReportOptions options;
  private final Path home;
  private final PrintStream progress;

  private WeighReport(ReportOptions options, Path home, PrintStream progress) {
    this.options = options;
    this.home = home;
    this.progress = progress;
  }

  /**
   * Returns the exit code.
   *
   * @param home where {@code config} lies
   */
  public static int run(List<String> arguments, Path home, PrintStream out, PrintStream errors) {
    if (arguments.contains("--help")) {
      out.print(ReportOptions.HELP);
      return 0;
    }
    ReportOptions options;
    try {
      options = ReportOptions.of(arguments);
    } catch (IllegalArgumentException wrong) {
      errors.println(wrong.getMessage());
      return WRONG_USAGE;
    }
    try {
      out.println(new WeighReport(options, home, errors).write());
      return 0;
    } catch (IOException | GarbledData | TooFewRuns failed) {
      errors.println("the report was not written: " + failed.getMessage());
      return FAILED;
    }
  }

  /** Returns the page's place. */
  private Path write() throws IOException, GarbledData, TooFewRuns {
    Path tables = home.resolve("config/accuracy/oiml-r134.json");
    R134Table r134 = R134Table.from(Node.read(tables.toString(), Files.readString(tables)));
    StringBuilder page = new StringBuilder(ReportPage.beginning(options));
    Path images = options.out().resolve("images");
    Files.createDirectories(images);
    for (String name : SCENARIOS) {
      List<Outcome> outcomes = new ArrayList<>();
      for (int seed = 1; seed <= options.seeds(); seed++) {
        progress.println("… " + name + ", seed " + seed);
        outcomes.add(Weighed.of(Scenarios.named(name), seed, options.vehicles(), options.runs()));
      }
      Section section = new Section(outcomes);
      page.append('\n').append(section.markdown(r134, pictures(section, images)));
    }
    page.append(ReportPage.end());
    Path file = options.out().resolve(PAGE);
    Files.writeString(file, page);
    return file;
  }

  /** Draws them; returns their names. */
  private static List<String> pictures(Section section, Path images) throws IOException {
    List<String> names = new ArrayList<>();
    Outcome first = section.first();
    if (first.kind() != Kind.BRIDGE) {
      String title = section.name() + ": gross against speed, " + section.claim();
      names.add(picture(images, section.name() + "-speed", Plots.errorAgainstSpeed(first, title)));
    }
    String title =
        section.name() + ": errors, " + section.claim() + "; dashed: " + section.reached().label();
    names.add(
        picture(
            images,
            section.name() + "-errors",
            Plots.distribution(first, section.reached(), title)));
    if (section.name().equals(SCENARIOS.get(0))) {
      List<Match> shown =
          first.matches().stream()
              .filter(match -> match.axlesRight() && match.doubts().isEmpty())
              .filter(match -> match.vehicle().axles().size() >= ENOUGH_AXLES)
              .limit(1)
              .toList();
      for (Match match : shown) {
        SignalWindow window = SignalWindow.of(first.scenario(), first.seed(), match);
        names.add(
            picture(
                images,
                section.name() + "-signal",
                Plots.signal(window, "One vehicle over the first line, " + section.claim())));
      }
    }
    return names;
  }

  private static String picture(Path images, String name, String svg) throws IOException {
    String file = "weighing-" + name;
    Files.writeString(images.resolve(file + ".svg"), svg);
    return file;
  }
}
