package org.microgram.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a user or token is. Four roles of the bureau's work, and three powers that are kept apart (GB/T 22239-2019, 8.1.5: system,
 * security and audit management): none can do what another can, and nobody holds two of them.
 */
public enum Role {
    VIEWER("viewer", false, Permission.VIEW),
    DUTY_OFFICER("duty-officer", false, Permission.VIEW),
    REVIEWER("reviewer", false, Permission.VIEW, Permission.REVIEW),
    APPROVER("approver", false, Permission.VIEW, Permission.REVIEW, Permission.APPROVE),
    SYSTEM("system", true, Permission.OPERATE),
    SECURITY("security", true, Permission.MANAGE_USERS),
    AUDIT("audit", true, Permission.READ_AUDIT);

    private final String label;
    private final boolean power;
    private final Set<Permission> permissions;

    Role(String label, boolean power, Permission... permissions) {
        this.label = label;
        this.power = power;
        this.permissions = EnumSet.copyOf(Arrays.asList(permissions));
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** Whether it is one of the three that are kept apart. */
    public boolean isPower() {
        return power;
    }

    /** Whether it decides on data, so that a machine may only hold it for a person who holds it too. */
    boolean isPersonal() {
        return permissions.stream().anyMatch(Permission::isPersonal);
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    public static Optional<Role> of(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
