// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.time.Duration;
import java.util.List;

/** A line down which sentences can be sent, as to a transponder that is to announce something. */
public interface SentenceSink extends Device {

  /**
   * Sends sentences that belong together, one after the other. Waits for the device's answer, where
   * sentences of their kind have one.
   *
   * @param sentences each as it goes over the wire, with its check sum and line end
   * @param patience how long to wait for an answer; after it the answer is {@link Answer#TAKEN}
   * @throws DeviceException.Refused when the device answers that it did not, when this line is not
   *     for sending, or when one of them is no sentence or would set the device up otherwise
   * @throws DeviceException.LinkDown when the line is gone; whether a part was sent is unknown
   */
  Answer send(List<String> sentences, Duration patience) throws DeviceException;

  /** How sentences were answered. */
  enum Answer {
    /** Written; the device has no word for having done it, or did not say it in time. */
    TAKEN,
    /** The device says that it sent what they carry. */
    SENT,
    /** The device says that whom it was for has acknowledged it. */
    RECEIVED
  }
}
