// SPDX-License-Identifier: Apache-2.0
/** Commands to a gateway (docs/wire/mqtt.md): here, to send records once more. */
@NullMarked
package io.wayside.rig.central.command;

import org.jspecify.annotations.NullMarked;
