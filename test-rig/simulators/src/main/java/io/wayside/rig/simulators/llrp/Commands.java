// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.Optional;

/** Answers a client's messages. The version is settled anew on each connection. */
final class Commands {

  private static final int VERSION_1_1 = 2;

  private final ReaderTraits traits;
  private final ReaderCore core;
  private int version = 1;

  Commands(ReaderTraits traits, ReaderCore core) {
    this.traits = traits;
    this.core = core;
  }

  /** The version in which the reader's own messages go out. */
  int version() {
    return version;
  }

  /** The answer, where one is due. */
  Optional<Frame> answer(Frame command) {
    int type = command.type();
    if (type == MessageType.ERROR_MESSAGE || type == MessageType.KEEPALIVE_ACK) {
      return Optional.empty();
    }
    if (!speaks(command)) {
      return Optional.of(
          error(
              command.version(),
              command,
              Status.of(
                  Status.M_UNSUPPORTED_VERSION,
                  "version " + command.version() + " where " + version + " is spoken")));
    }
    if (type == MessageType.ENABLE_EVENTS_AND_REPORTS) {
      core.goOn();
      return Optional.empty();
    }
    if (type == MessageType.GET_REPORT) {
      core.reports.release();
      return Optional.empty();
    }
    if (!known(type)) {
      return Optional.of(
          error(
              version,
              command,
              Status.of(Status.M_UNSUPPORTED_MESSAGE, "message " + type + " is not known")));
    }
    int answering = command.version();
    byte[] body;
    try {
      body = new Octets().raw(Status.SUCCESS.bytes()).raw(carryOut(command)).bytes();
    } catch (Refused refused) {
      body = refusal(type, refused.status());
    }
    return Optional.of(new Frame(answering, MessageType.answerTo(type), command.id(), body));
  }

  /** An answer that says no; the one to GET_SUPPORTED_VERSION begins with two versions. */
  byte[] refusal(int type, Status status) {
    Octets out = new Octets();
    if (type == MessageType.GET_SUPPORTED_VERSION) {
      out.u8(version).u8(traits.version());
    }
    return out.raw(status.bytes()).bytes();
  }

  private boolean speaks(Frame command) {
    boolean settles =
        command.type() == MessageType.GET_SUPPORTED_VERSION
            || command.type() == MessageType.SET_PROTOCOL_VERSION;
    if (settles) {
      return traits.version() >= VERSION_1_1 && command.version() == VERSION_1_1;
    }
    return command.version() == version;
  }

  private static boolean known(int type) {
    return (type >= MessageType.GET_READER_CAPABILITIES && type <= MessageType.SET_READER_CONFIG)
        || type == MessageType.CLOSE_CONNECTION
        || (type >= MessageType.ADD_ROSPEC && type <= MessageType.GET_ROSPECS)
        || (type >= MessageType.ADD_ACCESSSPEC && type <= MessageType.GET_ACCESSSPECS)
        || type == MessageType.GET_SUPPORTED_VERSION
        || type == MessageType.SET_PROTOCOL_VERSION;
  }

  private static Frame error(int version, Frame command, Status status) {
    return new Frame(version, MessageType.ERROR_MESSAGE, command.id(), status.bytes());
  }

  private byte[] carryOut(Frame command) throws Refused {
    Cursor in = new Cursor(command.body());
    switch (command.type()) {
      case MessageType.GET_READER_CAPABILITIES -> {
        return Capabilities.of(traits, in.u8());
      }
      case MessageType.GET_READER_CONFIG -> {
        return core.settings.answer(command.body(), core.inputs(), core.specs());
      }
      case MessageType.SET_READER_CONFIG -> core.settings.set(command.body());
      case MessageType.ADD_ROSPEC ->
          core.roSpecs.add(RoSpec.parse(only(in, Parameter.RO_SPEC), traits));
      case MessageType.DELETE_ROSPEC -> core.roSpecs.delete(in.u32());
      case MessageType.START_ROSPEC -> core.roSpecs.start(notAll(in));
      case MessageType.STOP_ROSPEC -> core.roSpecs.stop(notAll(in));
      case MessageType.ENABLE_ROSPEC -> core.roSpecs.enable(in.u32());
      case MessageType.DISABLE_ROSPEC -> core.roSpecs.disable(in.u32());
      case MessageType.GET_ROSPECS -> {
        return core.roSpecs.bytes();
      }
      case MessageType.ADD_ACCESSSPEC ->
          core.accessSpecs.add(AccessSpec.parse(only(in, Parameter.ACCESS_SPEC)));
      case MessageType.DELETE_ACCESSSPEC -> core.accessSpecs.delete(in.u32());
      case MessageType.ENABLE_ACCESSSPEC -> core.accessSpecs.enable(in.u32(), true);
      case MessageType.DISABLE_ACCESSSPEC -> core.accessSpecs.enable(in.u32(), false);
      case MessageType.GET_ACCESSSPECS -> {
        return core.accessSpecs.bytes();
      }
      case MessageType.SET_PROTOCOL_VERSION -> settle(in.u8());
      default -> {
        // CLOSE_CONNECTION: the wire is closed behind the answer.
      }
    }
    return new byte[0];
  }

  /** GET_SUPPORTED_VERSION has its versions before the status. */
  Optional<Frame> versions(Frame command) {
    if (command.type() != MessageType.GET_SUPPORTED_VERSION || !speaks(command)) {
      return Optional.empty();
    }
    byte[] body = new Octets().u8(version).u8(traits.version()).raw(Status.SUCCESS.bytes()).bytes();
    return Optional.of(
        new Frame(command.version(), MessageType.answerTo(command.type()), command.id(), body));
  }

  private void settle(int wanted) throws Refused {
    if (version != 1) {
      throw new Refused(
          Status.of(Status.M_UNEXPECTED_MESSAGE, "version " + version + " was settled before"));
    }
    if (wanted < 1 || wanted > traits.version()) {
      throw new Refused(
          Status.of(Status.M_UNSUPPORTED_VERSION, "version " + wanted + " is not spoken here"));
    }
    version = wanted;
  }

  private static Parameter only(Cursor in, int type) throws Refused {
    return Parameter.one(in.parameters(), type, 0);
  }

  private static long notAll(Cursor in) throws Refused {
    long id = in.u32();
    if (id == 0) {
      throw new Refused(Status.field(0, Status.A_INVALID, "0 does not name one ROSpec"));
    }
    return id;
  }
}
