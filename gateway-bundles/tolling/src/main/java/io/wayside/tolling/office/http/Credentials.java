// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.http;

import io.wayside.tolling.office.OfficeTrouble;
import java.util.Optional;

/** How a gateway shows an office who it is. */
@FunctionalInterface
public interface Credentials {

  /** The Authorization header of a request; empty for none. */
  Optional<String> authorization() throws OfficeTrouble;
}
