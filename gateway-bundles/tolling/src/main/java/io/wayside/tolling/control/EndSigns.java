// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Output;
import io.wayside.tolling.display.DriverBoard;
import java.util.Optional;

/** What is seen by those who come to one end of a lane. */
public record EndSigns(Optional<Output> green, Optional<Output> red, Optional<DriverBoard> board) {

  /** Nothing is fitted there. */
  public static final EndSigns NONE =
      new EndSigns(Optional.empty(), Optional.empty(), Optional.empty());
}
