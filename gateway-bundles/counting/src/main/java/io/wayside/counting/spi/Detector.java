// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.spi;

import io.wayside.core.device.Frame;
import java.util.List;

/**
 * Names what is in a picture. Works on the caller's thread, for one thread at a time. As an OSGi
 * service it has the property {@link #ID}.
 */
@FunctionalInterface
public interface Detector {

  /** Service property: the id by which a counter asks for it. */
  String ID = "detector.id";

  /**
   * What it finds, the surest first.
   *
   * @param frame lent until the call returns
   * @throws DetectorFailed when it cannot say; the next picture may be tried
   */
  List<Detection> detect(Frame frame) throws DetectorFailed;
}
