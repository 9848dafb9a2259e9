// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.llrp.LlrpReader;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./wayside rig llrp}: a tag reader with tags in its field. */
public final class LlrpVerb {

  static final String USAGE =
      """
      ./wayside rig llrp [--port N] [--llrp 1.0.1|1.1] [--tags FILE] [--rate N] [--passing TIME]
                         [--fault NAME] [--duration TIME]

      Serves a simulated LLRP reader with four antennas on the loopback address until Ctrl-C.
      Tags answer while a ROSpec of the client is active.

        --port N         TCP port, 0 takes a free one (default 5084)
        --llrp VERSION   the highest version it speaks (default 1.0.1)
        --tags FILE      tags in the field, one to a line: EPC in hexadecimal, then antenna (1),
                         dBm (-55) and channel (1) if they differ; # begins a comment. Without
                         it, five tags of 96 bits
        --rate N         replies per second of all tags together, 1 to 5000 (default 20)
        --passing TIME   the tags do not lie there but are driven through, one every TIME (10s or
                         more): heard by antenna 1 for 2 s, faintly by their own too for 3 s, by
                         that alone for 4 s, then gone. Where each is, is printed. A lane takes no tag that
                         lies in its field
        --fault NAME     one of
      %s  --duration TIME  ends by itself after 30s, 5m, 1h (default never)

      exit status: 0 told to stop, 1 cannot be served, 2 wrong usage
      """
          .formatted(LlrpFault.help());

  private static final Set<String> OPTIONS =
      Set.of("--port", "--llrp", "--tags", "--rate", "--passing", "--fault", "--duration");

  private static final Duration SHORTEST_PASSING = Duration.ofSeconds(10);

  private LlrpVerb() {}

  /** Returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream errors)
      throws Exception {
    return new Service(USAGE, OPTIONS, options -> serve(options, out)).run(arguments, out, errors);
  }

  private static Served serve(DeviceOptions options, PrintStream out)
      throws IOException, DeviceOptions.Wrong {
    int port = options.number("--port", LlrpReader.PORT, 0, 65_535);
    int rate = options.number("--rate", 20, 1, 5000);
    ReaderTraits traits = traits(options);
    Optional<LlrpFault> fault = fault(options);
    Optional<String> file = options.text("--tags");
    List<TagsInField.Placed> tags =
        file.isPresent() ? TagsInField.read(Path.of(file.get())) : TagsInField.FIVE;
    Optional<Duration> passing = options.time("--passing");
    if (passing.isPresent() && passing.get().compareTo(SHORTEST_PASSING) < 0) {
      throw new DeviceOptions.Wrong("--passing wants 10s or more");
    }
    RealRigClock clock = new RealRigClock();
    try {
      LlrpReader reader = new LlrpReader(port, traits, clock);
      if (passing.isPresent()) {
        new PassingTags(
                tags,
                rate,
                passing.get(),
                (tag, antenna, dbm) -> reader.tagInField(tag.tag(), antenna, dbm, tag.channel()),
                out::println)
            .start(clock);
      } else {
        new TagsInField(tags, rate, reader).start(clock);
      }
      fault.ifPresent(f -> f.begin(reader, clock));
      return new Served(
          "llrp at 127.0.0.1:%d, %d tags, %d replies per second%s"
              .formatted(
                  reader.port(), tags.size(), rate, fault.map(f -> ", " + f.word()).orElse("")),
          () -> {
            clock.close();
            reader.close();
          });
    } catch (IOException e) {
      clock.close();
      throw e;
    }
  }

  private static ReaderTraits traits(DeviceOptions options) throws DeviceOptions.Wrong {
    return switch (options.text("--llrp").orElse("1.0.1")) {
      case "1.0.1" -> ReaderTraits.PLAIN;
      case "1.1" -> ReaderTraits.NEWER;
      default -> throw new DeviceOptions.Wrong("--llrp wants 1.0.1 or 1.1");
    };
  }

  private static Optional<LlrpFault> fault(DeviceOptions options) throws DeviceOptions.Wrong {
    Optional<String> word = options.text("--fault");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<LlrpFault> fault = LlrpFault.named(word.get());
    if (fault.isEmpty()) {
      throw new DeviceOptions.Wrong("--fault does not know \"" + word.get() + "\"");
    }
    return fault;
  }
}
