// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import java.util.Optional;

/**
 * Whether the radio is on. A reader transmits while its ROSpec is active, and ours is active while
 * it is enabled. What was asked last counts, also after a refusal and for the next connection.
 */
public final class RadioSwitch {

  /** A reader may refuse while it starts or is busy; so long it is left alone. */
  private static final long REST_NANOS = 5_000_000_000L;

  private final Settings settings;
  private final Dialogue dialogue;
  private final Hearing hearing;
  private final Notices notices;
  private final Requests requests;
  private boolean wanted;
  private Optional<Boolean> told = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private long refusedAt;
  private boolean ended;
  private long roSpecId;

  RadioSwitch(
      Settings settings, Dialogue dialogue, Hearing hearing, Notices notices, boolean wanted) {
    this.settings = settings;
    this.dialogue = dialogue;
    this.hearing = hearing;
    this.notices = notices;
    this.requests = new Requests(settings);
    this.wanted = wanted;
  }

  /** Asks for it; {@link ReaderSession#quiet} and the answer do the rest. */
  public void want(boolean on) {
    wanted = on;
    refusal = Optional.empty();
  }

  /** What the reader has confirmed on this connection. */
  public Optional<Boolean> confirmed() {
    return told;
  }

  /** Why the reader did not do what was wanted last. */
  public Optional<String> refusal() {
    return refusal;
  }

  boolean isWanted() {
    return wanted;
  }

  void begin() {
    told = Optional.empty();
    refusal = Optional.empty();
    ended = false;
    roSpecId = 0;
  }

  void lost() {
    told = Optional.empty();
  }

  /** A new specification that the reader has disabled. */
  void prepared(long newRoSpecId) {
    roSpecId = newRoSpecId;
    told = Optional.of(false);
  }

  /** Brings the reader to what is wanted, when it is not waiting for something else. */
  void pursue() {
    if (dialogue.isWaiting() || roSpecId == 0 || rests()) {
      return;
    }
    if (ended && wanted) {
      turn(false);
    } else if (!told.equals(Optional.of(wanted))) {
      turn(wanted);
    }
  }

  private boolean rests() {
    return refusal.isPresent() && dialogue.now() - refusedAt < REST_NANOS;
  }

  private void turn(boolean on) {
    hearing.radio(on, dialogue.now()); // the first tags may come before the answer
    dialogue.ask(
        on ? requests.enable(roSpecId) : requests.disable(roSpecId),
        answer -> {
          told = Optional.of(on);
          refusal = Optional.empty();
          ended = false;
          hearing.radio(on, dialogue.now());
        },
        status -> refused(on, status));
  }

  private void refused(boolean on, Status status) {
    String words =
        settings.place()
            + ": did not turn its radio "
            + (on ? "on" : "off")
            + ": "
            + status.words();
    refusal = Optional.of(words);
    refusedAt = dialogue.now();
    told = Optional.of(!on);
    hearing.radio(!on, dialogue.now());
    notices.tell("radio-refused", words, dialogue.now());
  }

  /** The reader ended an inventory that has no end: it is begun anew. */
  void inventoryEnded() {
    if (wanted && told.equals(Optional.of(true))) {
      ended = true;
      notices.tell(
          "inventory-ended",
          settings.place() + ": ended its inventory; it is begun anew",
          dialogue.now());
    }
  }

  /** On the way out: sent without waiting for an answer. */
  void lastOff() {
    if (roSpecId != 0) {
      dialogue.tell(requests.disable(roSpecId));
    }
  }
}
