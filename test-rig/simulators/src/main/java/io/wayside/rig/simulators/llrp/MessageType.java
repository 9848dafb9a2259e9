// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/** Numbers of the messages, LLRP 1.1 section 9. */
public final class MessageType {

  public static final int GET_READER_CAPABILITIES = 1;
  public static final int GET_READER_CONFIG = 2;
  public static final int SET_READER_CONFIG = 3;
  public static final int CLOSE_CONNECTION_RESPONSE = 4;
  public static final int GET_READER_CAPABILITIES_RESPONSE = 11;
  public static final int GET_READER_CONFIG_RESPONSE = 12;
  public static final int SET_READER_CONFIG_RESPONSE = 13;
  public static final int CLOSE_CONNECTION = 14;
  public static final int ADD_ROSPEC = 20;
  public static final int DELETE_ROSPEC = 21;
  public static final int START_ROSPEC = 22;
  public static final int STOP_ROSPEC = 23;
  public static final int ENABLE_ROSPEC = 24;
  public static final int DISABLE_ROSPEC = 25;
  public static final int GET_ROSPECS = 26;
  public static final int ADD_ACCESSSPEC = 40;
  public static final int DELETE_ACCESSSPEC = 41;
  public static final int ENABLE_ACCESSSPEC = 42;
  public static final int DISABLE_ACCESSSPEC = 43;
  public static final int GET_ACCESSSPECS = 44;
  public static final int GET_SUPPORTED_VERSION = 46;
  public static final int SET_PROTOCOL_VERSION = 47;
  public static final int GET_REPORT = 60;
  public static final int RO_ACCESS_REPORT = 61;
  public static final int KEEPALIVE = 62;
  public static final int READER_EVENT_NOTIFICATION = 63;
  public static final int ENABLE_EVENTS_AND_REPORTS = 64;
  public static final int KEEPALIVE_ACK = 72;
  public static final int ERROR_MESSAGE = 100;

  private MessageType() {}

  /** The answer to a command: ten above it, but for the one that closes. */
  static int answerTo(int command) {
    return command == CLOSE_CONNECTION ? CLOSE_CONNECTION_RESPONSE : command + 10;
  }
}
