// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Names;
import io.wayside.rig.central.command.CommandKey;
import io.wayside.rig.central.command.Resend;
import io.wayside.rig.central.command.Wanted;
import io.wayside.rig.central.intake.GatewayState;
import io.wayside.rig.central.intake.NotARecord;
import io.wayside.rig.central.intake.Reading;
import io.wayside.rig.central.intake.Topics;
import io.wayside.rig.central.mqtt.BrokerPlan;
import io.wayside.rig.central.mqtt.CommandLink;
import io.wayside.rig.central.mqtt.SessionFailed;
import io.wayside.rig.central.store.Archive;
import io.wayside.rig.central.store.Range;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StreamCount;
import io.wayside.rig.central.store.StreamKey;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code central resend}. */
final class ResendVerb {

  private static final Set<String> OPTIONS =
      Set.of(
          "--store",
          "--tenant",
          "--gateway",
          "--stream",
          "--from",
          "--to",
          "--uplink",
          "--actor",
          "--command-key");

  /** How long to wait for the status the broker keeps. */
  private static final Duration STATUS = Duration.ofSeconds(2);

  private static final String DEFAULT_UPLINK = "main";

  private final Arguments given;
  private final PrintStream out;
  private final String tenant;
  private final String gateway;

  private ResendVerb(Arguments given, PrintStream out) throws BadArguments {
    this.given = given;
    this.out = out;
    this.tenant = name("--tenant");
    this.gateway = name("--gateway");
  }

  static int run(List<String> words, PrintStream out)
      throws BadArguments, StoreFailed, SessionFailed, InterruptedException {
    Set<String> options = new HashSet<>(OPTIONS);
    options.addAll(BrokerOptions.NAMES);
    Arguments given = new Arguments(words, options, Set.of("--missing"));
    return new ResendVerb(given, out).run();
  }

  private int run() throws BadArguments, StoreFailed, SessionFailed, InterruptedException {
    BrokerPlan broker = BrokerOptions.plan(given, "central-resend-" + UUID.randomUUID());
    Optional<CommandKey> key = commandKey();
    List<Wanted> wanted = wanted();
    if (wanted.isEmpty()) {
      out.println("nothing is missing");
      return Central.OK;
    }
    Optional<GatewayState> state = state(broker);
    if (state.isPresent() && !state.get().online()) {
      out.println(gateway + " is not connected (" + state.get().reason() + "): nothing was asked");
      return Central.NOT_COMPLETE;
    }
    String told =
        state.map(GatewayState::uplink).filter(id -> !id.isEmpty()).orElse(DEFAULT_UPLINK);
    String commands = "way/v1/" + tenant + "/" + gateway + "/command";
    boolean done = true;
    try (CommandLink link = CommandLink.open(broker, commands + "-result")) {
      Resend resend =
          new Resend(
              link,
              commands,
              given.optional("--uplink", told),
              given.optional("--actor", "central"),
              key,
              Clock.systemUTC(),
              () -> "resend-" + UUID.randomUUID());
      for (Wanted each : wanted) {
        done &= ask(resend, each);
      }
    }
    return done ? Central.OK : Central.NOT_COMPLETE;
  }

  private boolean ask(Resend resend, Wanted wanted) throws SessionFailed, InterruptedException {
    Optional<Value.Fields> answer = resend.ask(wanted);
    String asked = wanted.key().stream() + " " + wanted.numbers() + ": ";
    if (answer.isEmpty()) {
      out.println(asked + "no answer within 30 s");
      return false;
    }
    Value.Fields said = answer.get();
    boolean done = said.get("outcome").equals(new Value.Text("done"));
    out.println(
        asked
            + (done
                ? Json.write(said.get("answer"))
                : word(said, "outcome")
                    + " ("
                    + word(said, "code")
                    + "): "
                    + word(said, "message")));
    return done;
  }

  private List<Wanted> wanted() throws BadArguments, StoreFailed {
    if (!given.has("--missing")) {
      long from = given.number("--from", 0);
      long to = given.number("--to", from);
      if (from < 1 || to < from) {
        throw new BadArguments("give --missing, or --stream with --from 1 or more and --to");
      }
      return List.of(new Wanted(new StreamKey(gateway, name("--stream")), new Range(from, to)));
    } else if (given.has("--from") || given.has("--to")) {
      throw new BadArguments("--missing finds the numbers itself, without --from and --to");
    }
    List<Wanted> wanted = new ArrayList<>();
    try (Archive archive = Archive.open(given.required("--store"))) {
      for (StreamCount count : archive.counts()) {
        if (count.key().gateway().equals(gateway)
            && given.optional("--stream", count.key().stream()).equals(count.key().stream())) {
          wanted.addAll(Wanted.missing(count));
        }
      }
    }
    return wanted;
  }

  /** What the broker keeps of it: whether it can hear us, and the id of its uplink. */
  private Optional<GatewayState> state(BrokerPlan broker)
      throws SessionFailed, InterruptedException {
    try (CommandLink link =
        CommandLink.open(broker, "way/v1/" + tenant + "/" + gateway + "/status")) {
      Optional<byte[]> kept = link.next(STATUS);
      if (kept.isEmpty()) {
        return Optional.empty();
      }
      Reading reading = new Reading(new Topics(tenant, false));
      return Optional.of(reading.status(gateway, kept.get(), Clock.systemUTC().instant()));
    } catch (NotARecord unreadable) {
      out.println("the status of " + gateway + " cannot be read: " + unreadable.getMessage());
      return Optional.empty();
    }
  }

  private Optional<CommandKey> commandKey() throws BadArguments {
    try {
      return given.has("--command-key")
          ? Optional.of(CommandKey.given(given.required("--command-key")))
          : Optional.empty();
    } catch (CommandKey.Unusable unusable) {
      throw new BadArguments(String.valueOf(unusable.getMessage()));
    }
  }

  private String name(String option) throws BadArguments {
    String value = given.required(option);
    if (!Names.isValid(value)) {
      throw new BadArguments(option + " \"" + value + "\" is no name");
    }
    return value;
  }

  private static String word(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Text text ? text.value() : "";
  }
}
