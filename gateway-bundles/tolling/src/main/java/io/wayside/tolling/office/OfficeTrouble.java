// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

/** The office did not do what was asked; the kind says what can be done. */
public abstract sealed class OfficeTrouble extends Exception {

  private static final long serialVersionUID = 1L;

  private OfficeTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  private OfficeTrouble(String message) {
    super(message);
  }

  /** Nobody knows whether it has what was sent: ask before it is sent again. */
  public static final class Silent extends OfficeTrouble {
    private static final long serialVersionUID = 1L;

    public Silent(String message, Throwable cause) {
      super(message, cause);
    }

    public Silent(String message) {
      super(message);
    }
  }

  /** It said that it took nothing: send the same again later. */
  public static final class Unavailable extends OfficeTrouble {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
      super(message);
    }
  }
}
