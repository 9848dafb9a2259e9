// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

/** The journal did not do what was asked; the kind says what the caller can do. */
public abstract sealed class JournalException extends Exception {

  private static final long serialVersionUID = 1L;

  private JournalException(String message) {
    super(message);
  }

  private JournalException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Too many drafts are waiting; keep the draft and try again. */
  public static final class Busy extends JournalException {
    private static final long serialVersionUID = 1L;

    public Busy(String message) {
      super(message);
    }
  }

  /** No space is left that policy allows to be freed; stop producing and tell the operator. */
  public static final class Full extends JournalException {
    private static final long serialVersionUID = 1L;

    public Full(String message) {
      super(message);
    }
  }

  /** The draft itself cannot be kept (too large, malformed); it will never be accepted. */
  public static final class Refused extends JournalException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
      super(message);
    }
  }

  /** The journal is closed or its storage failed; nothing is accepted until it is open again. */
  public static final class Unavailable extends JournalException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
      super(message);
    }

    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
