// SPDX-License-Identifier: Apache-2.0
/** Whether there is a way to the centre. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.centre;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
