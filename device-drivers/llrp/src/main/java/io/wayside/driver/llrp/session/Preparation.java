// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * What is asked and told between a reader's welcome and its first report, in the order of the
 * standard: version, capabilities, old specifications away, configuration, our specifications,
 * reports released. The radio is turned on after it.
 */
final class Preparation {

  private static final int VERSION_2 = 2;
  private static final String ASK_VERSION = "GET_SUPPORTED_VERSION";
  private static final String CHOOSE_VERSION = "SET_PROTOCOL_VERSION";
  private static final long ROSPEC_NUMBERS = 0x3FFF_FFFFL;
  private static final long NANOS_PER_MS = 1_000_000;

  /** One request; refusals of what is only cleaning up are passed over. */
  private record Step(Build request, boolean mustSucceed) {}

  private final Settings settings;
  private final Dialogue dialogue;
  private final Hearing hearing;
  private final Notices notices;
  private final RadioSwitch radio;
  private final Requests requests;
  private final Deque<Step> steps = new ArrayDeque<>();
  private Optional<String> failure = Optional.empty();
  private Capabilities capabilities = Capabilities.UNKNOWN;
  private boolean done;
  private boolean version2Unanswered;

  Preparation(
      Settings settings, Dialogue dialogue, Hearing hearing, Notices notices, RadioSwitch radio) {
    this.settings = settings;
    this.dialogue = dialogue;
    this.hearing = hearing;
    this.notices = notices;
    this.radio = radio;
    this.requests = new Requests(settings);
  }

  boolean isDone() {
    return done;
  }

  Optional<String> failure() {
    return failure;
  }

  /**
   * A request was not answered. A reader that is silent to a newer version, or hangs up on it, is
   * not asked again: it would be lost on every connection.
   */
  void unanswered(String request) {
    version2Unanswered |= request.equals(ASK_VERSION) || request.equals(CHOOSE_VERSION);
  }

  void begin() {
    done = false;
    failure = Optional.empty();
    steps.clear();
    capabilities = Capabilities.UNKNOWN;
    if (settings.offerVersion2() && !version2Unanswered) {
      negotiate();
    } else {
      askCapabilities();
    }
  }

  /** A reader of version 1 answers with an error, which is no failure. */
  private void negotiate() {
    dialogue.ask(
        Build.message(ASK_VERSION),
        VERSION_2,
        new Dialogue.Answer() {
          @Override
          public void done(Message answer) {
            supported(answer);
          }

          @Override
          public void refused(Status status) {
            askCapabilities();
          }
        });
  }

  private void supported(Message answer) {
    if (answer.number("supportedVersion") < VERSION_2) {
      askCapabilities();
    } else if (answer.number("currentVersion") == VERSION_2) {
      dialogue.speakVersion(VERSION_2);
      askCapabilities();
    } else {
      chooseVersion2();
    }
  }

  private void chooseVersion2() {
    dialogue.ask(
        Build.message(CHOOSE_VERSION).with("protocolVersion", VERSION_2),
        VERSION_2,
        new Dialogue.Answer() {
          @Override
          public void done(Message answer) {
            dialogue.speakVersion(VERSION_2);
            askCapabilities();
          }

          @Override
          public void refused(Status status) {
            askCapabilities();
          }
        });
  }

  private void askCapabilities() {
    ask(
        requests.everything(),
        answer -> {
          capabilities = Capabilities.of(answer, settings.hopTable());
          lookAtFrequencies();
          plan();
        });
  }

  private void plan() {
    // Never the number of an earlier connection: what the reader kept can be told by it.
    long roSpecId = 1 + ((dialogue.now() / NANOS_PER_MS) & ROSPEC_NUMBERS);
    steps.add(new Step(Build.message("DELETE_ACCESSSPEC"), false));
    steps.add(new Step(Build.message("DELETE_ROSPEC"), false));
    steps.add(new Step(requests.configuration(capabilities.canHold()), true));
    steps.add(new Step(requests.inventory(roSpecId, capabilities), true));
    if (requests.wantsMemory()) {
      steps.add(new Step(requests.memory(roSpecId), true));
      steps.add(new Step(requests.enableMemory(), true));
    }
    next(roSpecId);
  }

  private void next(long roSpecId) {
    Step step = steps.poll();
    if (step == null) {
      hearing.spec(roSpecId, capabilities.channelsKhz(), dialogue.now());
      radio.prepared(roSpecId);
      dialogue.say("ENABLE_EVENTS_AND_REPORTS");
      done = true;
      return;
    }
    dialogue.ask(
        step.request(),
        answer -> next(roSpecId),
        status -> {
          if (step.mustSucceed()) {
            failed(step.request(), status);
          } else {
            next(roSpecId);
          }
        });
  }

  private void ask(Build request, Consumer<Message> then) {
    dialogue.ask(request, then, status -> failed(request, status));
  }

  private void failed(Build request, Status status) {
    failure =
        Optional.of(
            "refuses "
                + request.name()
                + " with "
                + status.words()
                + "; check the settings against what it can do ("
                + capabilities.description()
                + ")");
  }

  /** Said before the first transmission, not only when a report names the channel. */
  private void lookAtFrequencies() {
    if (settings.allowedKhz().isEmpty()) {
      return;
    }
    StringJoiner forbidden = new StringJoiner(", ");
    capabilities.channelsKhz().stream()
        .filter(khz -> !hearing.allowed(khz))
        .forEach(khz -> forbidden.add(Long.toString(khz)));
    if (capabilities.channelsKhz().isEmpty() || forbidden.length() > 0) {
      String what =
          forbidden.length() > 0
              ? "may transmit on " + forbidden + " kHz, which the licence does not allow"
              : "does not say on which frequencies it transmits";
      notices.hold(
          "table",
          "forbidden-channel",
          settings.place() + ": " + what + "; check its region setting",
          dialogue.now());
    }
  }
}
