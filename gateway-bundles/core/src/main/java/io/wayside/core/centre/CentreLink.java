// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.centre;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A way to the centre, offered as a service by each uplink. Whoever acts for the centre asks all of
 * them that carry commands, and lets go when the last has been away for too long.
 */
@ProviderType
public interface CentreLink {

  /** Id of the uplink in the site document. */
  String linkId();

  /** Whether commands of the centre come by it, when it is up. */
  boolean carriesCommands();

  /** Whether there is a way now, as far as the uplink knows. */
  Reach reach();
}
