// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/**
 * LLRPStatus (287) of an answer.
 *
 * @param code 0 for success
 * @param text for people
 * @param detail FieldError (288) or ParameterError (289), encoded; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
public record Status(int code, String text, byte[] detail) {

  public static final int M_PARAMETER_ERROR = 100;
  public static final int M_FIELD_ERROR = 101;
  public static final int M_OVERFLOW_PARAMETER = 105;
  public static final int M_UNSUPPORTED_MESSAGE = 109;
  public static final int M_UNSUPPORTED_VERSION = 110;
  public static final int M_UNEXPECTED_MESSAGE = 112;
  public static final int P_FIELD_ERROR = 201;
  public static final int P_UNEXPECTED_PARAMETER = 202;
  public static final int P_MISSING_PARAMETER = 203;
  public static final int P_DUPLICATE_PARAMETER = 204;
  public static final int P_UNSUPPORTED_PARAMETER = 209;
  public static final int A_INVALID = 300;
  public static final int A_OUT_OF_RANGE = 301;
  public static final int R_DEVICE_ERROR = 401;

  static final Status SUCCESS = of(0, "");

  private static final int LLRP_STATUS = 287;
  private static final int FIELD_ERROR = 288;
  private static final int PARAMETER_ERROR = 289;

  /** A status without detail. */
  public static Status of(int code, String text) {
    return new Status(code, text, new byte[0]);
  }

  /** A field of the message itself is wrong. */
  static Status field(int number, int code, String text) {
    return new Status(M_FIELD_ERROR, text, fieldError(number, code));
  }

  /** A parameter is missing, doubled or not supported. */
  static Status parameter(int type, int code, String text) {
    return new Status(M_PARAMETER_ERROR, text, parameterError(type, code, new byte[0]));
  }

  /** A field of a parameter is wrong. */
  static Status parameterField(int type, int number, int code, String text) {
    return new Status(
        M_PARAMETER_ERROR, text, parameterError(type, P_FIELD_ERROR, fieldError(number, code)));
  }

  private static byte[] fieldError(int number, int code) {
    return new Octets().tlv(FIELD_ERROR, o -> o.u16(number).u16(code)).bytes();
  }

  private static byte[] parameterError(int type, int code, byte[] inner) {
    return new Octets().tlv(PARAMETER_ERROR, o -> o.u16(type).u16(code).raw(inner)).bytes();
  }

  byte[] bytes() {
    return new Octets().tlv(LLRP_STATUS, o -> o.u16(code).text(text).raw(detail)).bytes();
  }
}
