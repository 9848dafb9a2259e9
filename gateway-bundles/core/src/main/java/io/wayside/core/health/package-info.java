// SPDX-License-Identifier: Apache-2.0
/** Health as services: every part says how it is, and nothing fails silently. */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
