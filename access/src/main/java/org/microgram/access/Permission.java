package org.microgram.access;

/** What somebody may be allowed to do. Every command and every answer of the API asks for one. */
public enum Permission {
    /** Look at figures, readings, explanations. */
    VIEW("查看数据", "look at figures"),
    /** Propose a decision on a reading (first review). */
    REVIEW("审核数据", "review readings"),
    /** Confirm what another person proposed, lock, reopen. */
    APPROVE("复核与锁定数据", "approve reviews and lock"),
    /** Run the program: start it, read data in, compute anew, restore. */
    OPERATE("运行系统", "operate the system"),
    /** Users, roles, passwords, tokens. */
    MANAGE_USERS("管理用户与令牌", "manage users and tokens"),
    /** Read the audit log. */
    READ_AUDIT("查阅审计日志", "read the audit log");

    private final String chinese;
    private final String english;

    Permission(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Whether it decides on data, where one person confirms what another did: so whoever uses it must be known as a person. */
    boolean isPersonal() {
        return this == REVIEW || this == APPROVE;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
