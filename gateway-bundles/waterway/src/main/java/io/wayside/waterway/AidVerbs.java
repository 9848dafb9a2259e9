// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.Permission;
import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.waterway.control.Asked;
import io.wayside.waterway.control.OrderDesk;
import io.wayside.waterway.control.Standing;
import io.wayside.waterway.control.Verb;
import io.wayside.waterway.control.View;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The verbs of a light. An order is answered when it is on record; its steps are records. */
public final class AidVerbs {

  /** A second person's word for a change of the published character. */
  public static final String CONFIRM = "confirm";

  /** Why the light is as it is. */
  public static final String WHY = "why";

  private static final Map<String, Permission> VERBS = verbTable();

  private final String target;
  private final OrderDesk desk;
  private final Supplier<Value> clearance;

  /**
   * @param target under which commands reach it
   * @param clearance in metres under the bridge that the light belongs to; absent without one
   */
  public AidVerbs(String target, OrderDesk desk, Supplier<Value> clearance) {
    this.target = target;
    this.desk = desk;
    this.clearance = clearance;
  }

  private static Map<String, Permission> verbTable() {
    Map<String, Permission> verbs = new TreeMap<>();
    for (Verb verb : Verb.values()) {
      verbs.put(verb.word(), Permission.MAINTAIN);
    }
    // Nobody who may operate anything has to ask before he makes a light safe again.
    verbs.put(Verb.AUTOMATIC.word(), Permission.OPERATE);
    verbs.put(CONFIRM, Permission.MAINTAIN);
    verbs.put(WHY, Permission.WATCH);
    return Map.copyOf(verbs);
  }

  public String target() {
    return target;
  }

  public Map<String, Permission> verbs() {
    return VERBS;
  }

  /**
   * Carries a command out.
   *
   * @throws InterruptedException while waiting for the journal; whether it is on record is unknown
   */
  public CommandResult handle(Command command) throws InterruptedException {
    if (command.verb().equals(WHY)) {
      return new Done(why());
    }
    if (command.verb().equals(CONFIRM)) {
      return desk.confirm(command);
    }
    Optional<Verb> verb = Verb.of(command.verb());
    if (verb.isEmpty()) {
      return new CommandResult.Refused(
          "unknown-verb", "a light knows " + VERBS.keySet() + ", not " + command.verb());
    }
    return desk.order(command, verb.get());
  }

  private Value.Fields why() {
    View view = desk.view();
    FieldsBuilder answer =
        Value.Fields.with("mode", view.duty().mode().name().toLowerCase(Locale.ROOT))
            .and("en", view.why().en())
            .and("vi", view.why().vi())
            .and("rule", text(view.standing().map(Standing::source)))
            .and("order", text(view.order().map(held -> held.asked().id())))
            .and("by", text(view.order().map(held -> held.asked().actor())))
            .and("proposed", text(view.proposed().map(Asked::value)))
            .and("proposal", text(view.proposed().map(Asked::id)))
            .and("published", text(Optional.of(view.published().character())))
            .and("clearanceM", clearance.get())
            .and("givenBack", view.owedSinceNanos().isEmpty())
            .and("trouble", text(Optional.of(view.trouble())));
    return answer.build();
  }

  private static Value text(Optional<String> text) {
    return text.filter(each -> !each.isEmpty()).<Value>map(Value.Text::new).orElse(Value.ABSENT);
  }
}
