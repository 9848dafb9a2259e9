// SPDX-License-Identifier: Apache-2.0
/** Alarms: raised once, cleared once, each change a record. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.alarm;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
