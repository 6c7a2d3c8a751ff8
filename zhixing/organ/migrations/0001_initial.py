import django.db.models.deletion
import zhixing.organ.models.posts
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Organ',
            fields=[
                ('key', models.SlugField(max_length=32, primary_key=True, serialize=False, verbose_name='代号')),
                ('name', models.CharField(max_length=100, verbose_name='名称')),
                ('short_name', models.CharField(max_length=40, verbose_name='简称')),
                ('code_word', models.CharField(blank=True, max_length=20, verbose_name='机关代字')),
                ('digest', models.CharField(default='sm3', max_length=10, verbose_name='摘要算法')),
                ('second_factor', models.BooleanField(default=True, verbose_name='必须二次验证')),
                ('created_at', models.DateTimeField(verbose_name='建立时间')),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=16, verbose_name='编号')),
                ('name', models.CharField(max_length=40, verbose_name='姓名')),
                ('sex', models.CharField(blank=True, choices=[('男', '男'), ('女', '女')], max_length=1, verbose_name='性别')),
                ('born', models.DateField(blank=True, null=True, verbose_name='出生')),
                ('started_work', models.DateField(blank=True, null=True, verbose_name='参加工作')),
                ('joined', models.DateField(blank=True, null=True, verbose_name='到局')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='电话')),
                ('pinyin', models.CharField(blank=True, max_length=120, verbose_name='拼音')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='people', to='organ.organ')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('organ', 'number'), name='person_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=40, verbose_name='授权号')),
                ('kinds', models.JSONField(default=zhixing.organ.models.posts.every_kind, verbose_name='事项')),
                ('since', models.DateTimeField(verbose_name='起')),
                ('until', models.DateTimeField(verbose_name='止')),
                ('basis', models.CharField(max_length=200, verbose_name='依据')),
                ('revoked_at', models.DateTimeField(blank=True, null=True, verbose_name='收回时间')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='given', to='organ.person')),
                ('receiver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='received', to='organ.person')),
            ],
            options={
                'ordering': ['since'],
                'constraints': [models.UniqueConstraint(fields=('organ', 'number'), name='delegation_number_once'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('since'))), name='delegation_period'), models.CheckConstraint(condition=models.Q(('giver', models.F('receiver')), _negated=True), name='delegation_to_another')],
            },
        ),
        migrations.CreateModel(
            name='Account',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(max_length=60, unique=True, verbose_name='账号')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='邮箱')),
                ('first_name', models.CharField(blank=True, max_length=60)),
                ('last_name', models.CharField(blank=True, max_length=60)),
                ('officer', models.CharField(blank=True, choices=[('系统管理员', '系统管理员'), ('安全管理员', '安全管理员'), ('审计管理员', '审计管理员')], max_length=8, verbose_name='三员')),
                ('is_active', models.BooleanField(default=True, verbose_name='启用')),
                ('date_joined', models.DateTimeField(auto_now_add=True, verbose_name='建立时间')),
                ('organ', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='accounts', to='organ.organ')),
                ('person', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='account', to='organ.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('officer', ''), ('person', None), _connector='OR'), name='an_officer_does_no_business')],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起')),
                ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                ('name', models.CharField(max_length=40, verbose_name='名称')),
                ('kind', models.CharField(choices=[('局领导', '局领导'), ('内设科室', '内设科室'), ('下属单位', '下属单位')], max_length=8, verbose_name='类别')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='排序')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='organ.organ')),
            ],
            options={
                'ordering': ['order', 'id'],
                'constraints': [models.UniqueConstraint(fields=('organ', 'name', 'since'), name='section_name_once'), models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='section_period')],
            },
        ),
        migrations.CreateModel(
            name='Portfolio',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起')),
                ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('leader', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='portfolios', to='organ.person')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='portfolios', to='organ.section')),
            ],
            options={
                'ordering': ['since'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='portfolio_period')],
            },
        ),
        migrations.CreateModel(
            name='Holding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起')),
                ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                ('post', models.CharField(max_length=20, verbose_name='岗位')),
                ('basis', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='organ.person')),
                ('section', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.section')),
            ],
            options={
                'ordering': ['since'],
                'indexes': [models.Index(fields=['organ', 'post', 'since'], name='organ_holdi_organ_i_1a8494_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='holding_period')],
            },
        ),
        migrations.CreateModel(
            name='Service',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(verbose_name='起')),
                ('until', models.DateField(blank=True, null=True, verbose_name='止')),
                ('rank', models.CharField(choices=[('一般人员', '一般人员'), ('中层干部', '中层干部'), ('局领导', '局领导'), ('局长', '局长')], max_length=8, verbose_name='职级')),
                ('category', models.CharField(choices=[('公务员', '公务员'), ('事业', '事业'), ('编外', '编外')], max_length=4, verbose_name='人员类别')),
                ('title', models.CharField(max_length=60, verbose_name='职务')),
                ('district_managed', models.BooleanField(default=False, verbose_name='区管干部')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='organ.person')),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='organ.section')),
            ],
            options={
                'ordering': ['since'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='service_period')],
            },
        ),
        migrations.CreateModel(
            name='DayCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(verbose_name='日期')),
                ('kind', models.CharField(choices=[('工作日', '工作日'), ('休息日', '休息日'), ('法定节假日', '法定节假日'), ('调休上班', '调休上班')], max_length=8, verbose_name='类别')),
                ('name', models.CharField(blank=True, max_length=40, verbose_name='名称')),
                ('notice', models.CharField(max_length=100, verbose_name='通知文号')),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'ordering': ['day'],
                'constraints': [models.UniqueConstraint(fields=('organ', 'day'), name='one_word_on_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('register', models.CharField(max_length=40)),
                ('year', models.PositiveSmallIntegerField()),
                ('value', models.PositiveIntegerField(default=0)),
                ('organ', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organ.organ')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organ', 'register', 'year'), name='one_counter')],
            },
        ),
    ]
