// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Wording.Language;
import io.wayside.weighing.cli.Program.Streams;
import io.wayside.weighing.law.Circumstances;
import io.wayside.weighing.law.Decision;
import io.wayside.weighing.law.DecisionBody;
import io.wayside.weighing.law.LawPack;
import io.wayside.weighing.law.Weighed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The command {@code wayside limits}: what a law pack says about axle loads. */
public final class Limits {

  private static final String USAGE =
      """
      usage: wayside limits --pack NAME|FILE --axles LOADS@SPACINGS [options]

        --pack NAME|FILE     a pack of config/law (etc/law in a release) or a file
        --axles LIST         loads in kg from the front, @, spacings in metres:
                             6500,9000,9000@3.6,1.3; - reads this from the standard input
        --u LIST             expanded uncertainty of the axle loads in kg, one figure or one for
                             each axle, or percent: 3%; without it loads are taken as exact
        --u-spacing-m M      the same of each spacing
        --registered-kg N    gross weight of the inspection certificate
        --layout NAME        which layout it is, when somebody looked
        --kingpin-m M        from the kingpin to the semitrailer's first axle
        --drawbar-m M        the drawbar's distance
        --one-container yes|no
        --deduction-percent P  taken off each load before it is compared; else the pack's own
        --flags LIST         doubts about the weighing, such as speed-change
        --on DATE            the day whose law applies; today when not given
        --lang vi|en         language of the text; en when not given
        --json               the decision as one JSON object

      exit status: 0 decided, also when over; 2 wrong usage or unusable pack
      """;

  private Limits() {}

  public static void main(String[] arguments) {
    LocalDate today = LocalDate.now(Clock.system(ZoneId.systemDefault()));
    System.exit(run(Shipped.ofProcess(), today, Streams.ofProcess(), arguments));
  }

  /** Does it and returns the exit status. */
  static int run(Shipped shipped, LocalDate today, Streams streams, String... arguments) {
    return Program.run(
        "limits", USAGE, (own, words) -> decide(shipped, today, own, words), streams, arguments);
  }

  private static void decide(Shipped shipped, LocalDate today, Streams streams, String... words)
      throws Wrong {
    Arguments arguments =
        Arguments.parse(
            Set.of(
                "--pack",
                "--axles",
                "--u",
                "--u-spacing-m",
                "--registered-kg",
                "--layout",
                "--kingpin-m",
                "--drawbar-m",
                "--one-container",
                "--deduction-percent",
                "--flags",
                "--on",
                "--lang"),
            Set.of("--json"),
            words);
    LawPack pack = pack(shipped, arguments.required("--pack"));
    Weighed vehicle = AxlesOption.read(arguments, streams.in());
    Circumstances circumstances = circumstances(arguments, today);
    check(pack, circumstances);
    Language language = language(arguments.optional("--lang").orElse("en"));
    Decision decision = pack.decide(vehicle, circumstances);
    if (arguments.has("--json")) {
      streams.out().println(Json.write(DecisionBody.of(decision)));
    } else {
      new DecisionText(streams.out(), pack, language).print(decision);
    }
  }

  private static LawPack pack(Shipped shipped, String name) throws Wrong {
    try {
      return LawPack.from(Input.document("--pack", shipped.find("--pack", "law", name)));
    } catch (GarbledData garbled) {
      throw new Wrong("--pack: " + garbled.getMessage());
    }
  }

  private static Circumstances circumstances(Arguments arguments, LocalDate today) throws Wrong {
    return new Circumstances(
        date(arguments.optional("--on"), today),
        positive(arguments, "--registered-kg"),
        arguments.optional("--layout"),
        positive(arguments, "--kingpin-m"),
        positive(arguments, "--drawbar-m"),
        yesOrNo(arguments),
        percent(arguments));
  }

  private static void check(LawPack pack, Circumstances circumstances) throws Wrong {
    Optional<String> layout = circumstances.layout();
    if (layout.isPresent() && !pack.layouts().contains(layout.get())) {
      throw new Wrong(
          "--layout: pack "
              + pack.id()
              + " knows no \""
              + layout.get()
              + "\"; it knows "
              + (pack.layouts().isEmpty() ? "none" : String.join(", ", pack.layouts())));
    }
    if (circumstances.registeredKg().isPresent() && !pack.knowsRegisteredWeight()) {
      throw new Wrong("--registered-kg: pack " + pack.id() + " has no such limit");
    }
  }

  private static OptionalDouble positive(Arguments arguments, String name) throws Wrong {
    Optional<Double> number = arguments.number(name, 0);
    if (number.isPresent() && number.get() == 0) {
      throw new Wrong(name + ": must be above zero");
    }
    return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static OptionalDouble percent(Arguments arguments) throws Wrong {
    Optional<Double> percent = arguments.number("--deduction-percent", 0);
    if (percent.isPresent() && percent.get() > 50) {
      throw new Wrong("--deduction-percent: " + percent.get() + " is above 50");
    }
    return percent.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static Optional<Boolean> yesOrNo(Arguments arguments) throws Wrong {
    Optional<String> text = arguments.optional("--one-container");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get()) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> throw new Wrong("--one-container: \"" + text.get() + "\" is neither yes nor no");
    };
  }

  private static LocalDate date(Optional<String> text, LocalDate today) throws Wrong {
    try {
      return text.map(LocalDate::parse).orElse(today);
    } catch (DateTimeParseException notDate) {
      throw new Wrong("--on: \"" + text.orElse("") + "\" is not a day such as 2026-07-31");
    }
  }

  private static Language language(String text) throws Wrong {
    return switch (text) {
      case "vi" -> Language.VI;
      case "en" -> Language.EN;
      default -> throw new Wrong("--lang: \"" + text + "\" is neither vi nor en");
    };
  }
}
