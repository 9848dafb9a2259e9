// SPDX-License-Identifier: Apache-2.0
/** The pieces of a whole site on one machine: broker, gateway process, site document. */
@NullMarked
package io.wayside.rig.scenarios.site;

import org.jspecify.annotations.NullMarked;
