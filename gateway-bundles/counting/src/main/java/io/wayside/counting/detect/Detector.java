// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import io.wayside.core.device.Frame;
import java.util.List;

/** Names what is in a picture. Works on the caller's thread, for one thread at a time. */
@FunctionalInterface
public interface Detector {

  /**
   * What it finds, the surest first.
   *
   * @throws DetectorFailed when it cannot say; the next picture may be tried
   */
  List<Detection> detect(Frame frame) throws DetectorFailed;
}
