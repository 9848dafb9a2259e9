// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.command.CommandPath;
import io.wayside.core.command.CommandResult;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns one message into one answer. What cannot be read, is not authorised or not timely is
 * refused here and leaves no trace but the answer: somebody without rights must not fill the
 * journal. All else goes to the command path, which judges, carries out and records it.
 */
public final class CommandIntake {

  /** The largest message that is looked at. */
  public static final int LARGEST = 64 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(CommandIntake.class);

  private final CommandTopics topics;
  private final CommandRules rules;
  private final @Nullable CommandPath path;
  private final TimeSource time;
  private final Timeliness timeliness;
  private final CommandAnswer answers;

  /**
   * @param path absent as long as nobody offers one
   */
  public CommandIntake(
      String gateway,
      CommandTopics topics,
      CommandRules rules,
      @Nullable CommandPath path,
      TimeSource time) {
    this.topics = topics;
    this.rules = rules;
    this.path = path;
    this.time = time;
    this.timeliness = new Timeliness(time.monotonicNanos(), rules.withoutClock());
    this.answers = new CommandAnswer(gateway);
  }

  /** A message together with who vouches for it. */
  private record Vouched(CommandMessage command, String actor) {}

  /**
   * What a topic says beside the command in the message.
   *
   * @param target of the command; it must say the same
   * @param verb of the command; it must say the same
   */
  record Named(String target, String verb) {}

  /** Judges a message and has its command carried out; returns the answer, whatever came. */
  public byte[] receive(byte[] payload, boolean retained) {
    return judge(payload, retained, Optional.empty()).json();
  }

  /** Where commands and answers go without any other wrapping. */
  CommandTopics topics() {
    return topics;
  }

  CommandAnswer.Said judge(byte[] payload, boolean retained, Optional<Named> named) {
    Stamp now = time.now();
    Optional<String> id = Optional.empty();
    try {
      Vouched vouched = vouched(payload);
      id = Optional.of(vouched.command().id());
      if (retained) {
        throw new BadCommand(
            "retained",
            "the command lay retained at the broker and would come again with every connection;"
                + " send it without retain, and clear the topic");
      }
      if (named.isPresent()) {
        requireSame(named.get(), vouched.command());
      }
      timeliness.require(vouched.command(), now);
      return answers.of(id.get(), submit(vouched), time.now());
    } catch (BadCommand refused) {
      return answers.refused(id, refused.code(), String.valueOf(refused.getMessage()), now);
    }
  }

  /** The answer when messages came faster than they could be judged. */
  byte[] overrun(long dropped) {
    return answers
        .refused(
            Optional.empty(),
            "too-many-at-once",
            dropped + " messages were not looked at; send the commands again, one after the other",
            time.now())
        .json();
  }

  private static void requireSame(Named named, CommandMessage command) throws BadCommand {
    if (!named.target().equals(command.target()) || !named.verb().equals(command.verb())) {
      throw new BadCommand(
          "malformed",
          "the topic says \""
              + Members.shown(named.target() + "/" + named.verb())
              + "\" and the command another target or verb; make them the same");
    }
  }

  private CommandResult submit(Vouched vouched) throws BadCommand {
    if (path == null) {
      throw new BadCommand(
          "not-ready", "the gateway cannot carry out commands now; see its health and send again");
    }
    try {
      return path.submit(vouched.command().by(vouched.actor(), rules.permissions()));
    } catch (RuntimeException fault) {
      LOG.error("command {} could not be judged", vouched.command().id(), fault);
      return new CommandResult.Failed(
          "command-path-fault",
          "the gateway failed while judging the command; what it had done by then is not known");
    }
  }

  private Vouched vouched(byte[] payload) throws BadCommand {
    if (payload.length > LARGEST) {
      throw new BadCommand(
          "oversized", "a command may have " + LARGEST + " bytes; this message has more");
    }
    Value content = json(payload);
    if (rules.keys().isEmpty()) {
      CommandMessage command = CommandMessage.read(content);
      return new Vouched(command, command.actor());
    }
    SignedText signed = SignedText.verified(content, topics.command(), rules.keys().get());
    CommandMessage command = CommandMessage.read(json(signed.command()));
    return new Vouched(command, command.actor() + " (key " + signed.key() + ")");
  }

  private static Value json(byte[] payload) throws BadCommand {
    try {
      return json(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString());
    } catch (CharacterCodingException notText) {
      throw new BadCommand("malformed", "a command is JSON in UTF-8; this is not UTF-8");
    }
  }

  private static Value json(String text) throws BadCommand {
    try {
      return Json.read(text).root();
    } catch (GarbledData garbled) {
      throw new BadCommand("malformed", String.valueOf(garbled.getMessage()));
    }
  }
}
