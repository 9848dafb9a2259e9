// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Value;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** People and systems that order a light about, now and then wrongly. */
final class Senders {

  static final String TARGET = "aid.rig";
  static final String LEASED_CODE = "6";
  static final String PUBLISHED_CODE = "8";
  static final String PUBLISHED_CHARACTER = "Fl R 8s";

  private static final String[] VERBS = {
    "shine", "dark", "rhythm", "intensity", "automatic", "reset", "change-character"
  };
  private static final String[] FACES = {"central", "console", "cli"};

  private final Random chance;
  private int number;

  Senders(Random chance) {
    this.chance = chance;
  }

  /** The next command. */
  Sent next(RigTime time) {
    int luck = chance.nextInt(100);
    String verb = VERBS[luck < 4 ? 6 : luck < 12 ? 5 : luck < 30 ? 4 : chance.nextInt(4)];
    boolean leased = luck >= 30;
    int leaseS = leased ? 5 + chance.nextInt(chance.nextBoolean() ? 60 : 600) : 0;
    boolean bare = leased && chance.nextInt(20) == 0;
    var arguments = Value.Fields.with("code", LEASED_CODE);
    arguments.and("fraction", 0.25).and("character", PUBLISHED_CHARACTER);
    if (leased && !bare) {
      arguments.and("leaseS", chance.nextInt(30) == 0 ? 999_999L : leaseS);
    }
    int expiresS = chance.nextInt(40) == 0 ? -10 : 20 + chance.nextInt(160);
    Command command =
        command(verb, arguments.build(), chance.nextBoolean() ? "nam" : "lan", expiresS, time);
    return new Sent(command, mode(verb), bare ? 600 : leaseS, expiresS > 0);
  }

  /** Another person's word, most times, for a change that was proposed. */
  Sent confirming(Sent proposal, RigTime time) {
    String first = proposal.command().actor().name();
    String second = chance.nextInt(4) == 0 ? first : first.equals("nam") ? "lan" : "nam";
    Value.Fields arguments =
        Value.Fields.with("of", proposal.id()).and("character", PUBLISHED_CHARACTER).build();
    return new Sent(command("confirm", arguments, second, 60, time), TrueLamp.OWN, 0, true);
  }

  private Command command(
      String verb, Value.Fields arguments, String actor, int expiresS, RigTime time) {
    number++;
    Set<Permission> may = Set.of(Permission.MAINTAIN, Permission.OPERATE, Permission.WATCH);
    return new Command(
        "c-" + number,
        TARGET,
        verb,
        arguments,
        new Actor(actor, FACES[chance.nextInt(FACES.length)], may),
        "the rig wants it so",
        time.now().wall().plusSeconds(expiresS));
  }

  private static String mode(String verb) {
    return Map.of(
            "shine", TrueLamp.SHINE,
            "dark", TrueLamp.DARK,
            "rhythm", "code" + LEASED_CODE,
            "intensity", TrueLamp.DIM,
            "change-character", "code" + PUBLISHED_CODE)
        .getOrDefault(verb, TrueLamp.OWN);
  }
}
