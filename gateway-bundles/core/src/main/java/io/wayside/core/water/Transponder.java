// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import io.wayside.core.device.Device;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SentenceSink.Answer;
import java.time.Duration;

/** A radio that can be had announce an aid. */
public interface Transponder extends Device {

  /**
   * Has mariners told of an aid, once.
   *
   * @param patience how long to wait for an answer; after it the answer is {@link Answer#TAKEN}
   * @throws DeviceException.Refused when it will not, when the line is not for sending, or when the
   *     announcement has what no message can say
   * @throws DeviceException.LinkDown when the line is gone; whether a part was sent is unknown
   */
  Answer announce(AidAnnouncement aid, Duration patience) throws DeviceException;

  /** Has the authority told how an aid is, once; otherwise as {@link #announce}. */
  Answer tell(AidCondition condition, Duration patience) throws DeviceException;
}
