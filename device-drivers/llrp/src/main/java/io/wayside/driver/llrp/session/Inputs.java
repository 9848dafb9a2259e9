// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.driver.llrp.codec.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reader's general purpose inputs that somebody listens to. Each is turned on at the reader on
 * every connection, then all levels are asked once; from there on the reader tells each change. The
 * bytes of one connection keep their order, so that a level asked for cannot overtake a change.
 */
public final class Inputs {

  /** GPIPortCurrentState, as GET_READER_CONFIG counts what it can be asked for. */
  private static final int PORT_STATES = 9;

  private static final int HIGH = 1;
  private static final int UNKNOWN = 2;

  /** More changes than that in one turn of the driver are no contact's. */
  private static final int MOST_LEVELS = 1_024;

  /**
   * The level of an input, asked for or told by the reader.
   *
   * @param nanos when its message came
   */
  public record Level(int port, boolean high, long nanos) {}

  private final Settings settings;
  private final Dialogue dialogue;
  private final Notices notices;
  private final Set<Integer> wanted = new TreeSet<>();
  private final Set<Integer> turnedOn = new HashSet<>();
  private final Map<Integer, String> refusals = new HashMap<>();
  private final List<Level> told = new ArrayList<>();
  private boolean asked;

  Inputs(Settings settings, Dialogue dialogue, Notices notices) {
    this.settings = settings;
    this.dialogue = dialogue;
    this.notices = notices;
  }

  /** Listens to these and no others. */
  public void want(Set<Integer> ports) {
    if (!wanted.equals(ports)) {
      wanted.clear();
      wanted.addAll(ports);
      asked = false;
    }
  }

  /** What was heard since the last call, in order. */
  public List<Level> levels() {
    List<Level> heard = List.copyOf(told);
    told.clear();
    return heard;
  }

  /** Why the reader does not tell an input. */
  public Optional<String> refusal(int port) {
    return Optional.ofNullable(refusals.get(port));
  }

  void begin() {
    turnedOn.clear();
    refusals.clear();
    told.clear();
    asked = false;
  }

  /** Changes may have been lost: the levels are asked for anew. */
  void missed() {
    asked = false;
  }

  void heard(int port, boolean high, long now) {
    if (wanted.contains(port) && told.size() < MOST_LEVELS) {
      told.add(new Level(port, high, now));
    } else if (wanted.contains(port)) {
      asked = false;
    }
  }

  /** Brings the reader to tell what is wanted, when it is not waiting for something else. */
  void pursue() {
    if (dialogue.isWaiting() || wanted.isEmpty()) {
      return;
    }
    for (int port : wanted) {
      if (!turnedOn.contains(port)) {
        turnOn(port);
        return;
      }
    }
    if (!asked) {
      asked = true;
      dialogue.ask(
          Requests.configuration(PORT_STATES),
          this::states,
          status -> notices.tell("inputs-unknown", refused("tell its inputs", status), now()));
    }
  }

  private void turnOn(int port) {
    turnedOn.add(port);
    dialogue.ask(
        Requests.input(port),
        answer -> asked = false,
        status -> {
          String words = refused("turn on input " + port, status);
          refusals.put(port, words);
          notices.hold(Integer.toString(port), "input-refused", words, now());
        });
  }

  private void states(Message answer) {
    answer
        .all("GPIPortCurrentState")
        .filter(state -> state.number("state") < UNKNOWN)
        .forEach(
            state ->
                heard((int) state.number("port"), state.number("state") == HIGH, dialogue.now()));
  }

  private String refused(String what, Status status) {
    return settings.place()
        + ": does not "
        + what
        + ": "
        + status.words()
        + "; check the number of the port";
  }

  private long now() {
    return dialogue.now();
  }
}
